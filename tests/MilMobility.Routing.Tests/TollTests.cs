using MilMobility.Routing.Search;

namespace MilMobility.Routing.Tests;

/// <summary>The search under tolls of every kind, against enumeration on a grid of a minute, and its switches.</summary>
public sealed class TollTests
{
    private const int PriceMax = 60_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_relaxed_search_is_the_exact_bound_of_cost_and_tolls(int seed)
    {
        var (scene, tolls) = Build(seed);
        var found = Find(scene, new SearchOptions(Relaxed: true, Tolls: tolls));
        var best = new TollEnumeration(scene, tolls).Best();
        Assert.Equal(best, found.CostMicroEuros);
        Assert.Equal(best, found.BoundMicroEuros);
    }

    [Fact]
    public void The_scenes_use_every_kind_of_resource_and_mostly_have_a_journey()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var solved = 0;
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var (scene, tolls) = Build(seed);
            var enumeration = new TollEnumeration(scene, tolls);
            if (enumeration.Best() < long.MaxValue) solved++;
            kinds.UnionWith(enumeration.Kinds);
        }

        Assert.Equal(Enum.GetNames<TollKind>().Order(), kinds.Order());
        Assert.InRange(solved, 8, 12);
    }

    [Fact]
    public void Without_guidance_the_cost_is_the_same_and_the_work_is_more()
    {
        int guidedLabels = 0, blindLabels = 0;
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var (scene, tolls) = Build(seed);
            var guided = Find(scene, new SearchOptions(Relaxed: true, Tolls: tolls));
            var blind = Find(scene, new SearchOptions(Relaxed: true, Tolls: tolls, Guided: false));
            Assert.Equal(guided.CostMicroEuros, blind.CostMicroEuros);
            guidedLabels += guided.Labels;
            blindLabels += blind.Labels;
        }

        Assert.True(guidedLabels < blindLabels, $"guided {guidedLabels} labels, blind {blindLabels}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fitting_itineraries_are_distinct_start_at_the_bound_and_rise_in_cost(int seed)
    {
        var (scene, tolls) = Build(seed);
        var found = Find(scene, new SearchOptions(Relaxed: true, Tolls: tolls, FittingMax: 5));
        if (found.Itinerary is null) return;
        Assert.InRange(found.Fitting.Count, 1, 5);
        Assert.Equal(found.BoundMicroEuros, found.Fitting[0].CostMicroEuros);
        Assert.Equal(found.Fitting.Select(f => f.CostMicroEuros).Order(), found.Fitting.Select(f => f.CostMicroEuros));
        var journeys = found.Fitting.Select(f => string.Join(' ', f.Itinerary.Steps)).ToList();
        Assert.Equal(journeys.Count, journeys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_search_loop_allocates_nothing()
    {
        var (scene, tolls) = Build(10);
        var search = new ItinerarySearch(scene.Network, scene.Rules);
        var best = Find(scene, new SearchOptions(Relaxed: true, Tolls: tolls)).CostMicroEuros;
        // Up to the optimum, not with it: all the labels, but no itinerary.
        var options = new SearchOptions(CostBelow: best, Relaxed: true, Tolls: tolls);
        var warm = search.Find(scene.Request, scene.Empty, options, CancellationToken.None);
        Assert.Equal(SearchEnd.NoItinerary, warm.End);
        Assert.True(warm.Labels > 20, $"only {warm.Labels} labels");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) search.Find(scene.Request, scene.Empty, options, CancellationToken.None);
        var perSearch = (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
        // The result is one object of some 80 bytes.
        Assert.InRange(perSearch, 0, 160);
    }

    private static (TollScene Scene, MinuteTolls Tolls) Build(int seed)
    {
        var random = new Random(seed);
        var scene = TollScene.Of(random);
        return (scene, MinuteTolls.Random(scene.Resources, TollScene.HorizonMinutes, random, PriceMax));
    }

    private static SearchResult Find(TollScene scene, SearchOptions options) =>
        new ItinerarySearch(scene.Network, scene.Rules).Find(scene.Request, scene.Empty, options, CancellationToken.None);
}
