using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Merging;

/// <summary>
/// Civil traffic by link class from the profiles of single links: the mean over the links of the class, weighted by length; a link
/// without a row of a category counts as empty of it. Where the links of another network are not those of this one, the mean is
/// what can be taken over; its quality is at best derived. Static and thread-safe.
/// </summary>
internal static class ClassProfiles
{
    private const int HoursPerDay = 24;

    public static IEnumerable<DraftProfile> Of(NetworkDraft draft)
    {
        var metres = new Dictionary<(Domain.Units.TransportMode, string), double>();
        var profiled = new HashSet<int>();
        foreach (var profile in draft.Profiles)
        {
            if (profile.Scope is not CivilScope.Link link || !profiled.Add(link.Index)) continue;
            var row = draft.Links[link.Index];
            metres[(row.Mode, row.Class)] = metres.GetValueOrDefault((row.Mode, row.Class)) + row.LengthMetres;
        }

        var groups = draft.Profiles.Where(p => p.Scope is CivilScope.Link)
            .Select(p => (Profile: p, Link: draft.Links[((CivilScope.Link)p.Scope).Index]))
            .GroupBy(p => (p.Link.Mode, p.Link.Class, p.Profile.Category, p.Profile.DayType));
        foreach (var group in groups)
        {
            var unit = group.GroupBy(p => p.Profile.Unit).OrderByDescending(u => u.Count()).ThenBy(u => u.Key).First();
            var hours = new double[HoursPerDay];
            foreach (var (profile, link) in unit)
            {
                for (var hour = 0; hour < HoursPerDay; hour++)
                    hours[hour] += profile.Hours[hour] * link.LengthMetres / metres[(group.Key.Mode, group.Key.Class)];
            }

            var worst = unit.Select(p => p.Profile.Origin.Of("h08")).Aggregate(Provenance.Worst);
            yield return new DraftProfile
            {
                Mode = group.Key.Mode,
                Scope = new CivilScope.Class(group.Key.Class),
                Category = group.Key.Category,
                DayType = group.Key.DayType,
                Unit = unit.Key,
                Hours = [.. hours.Select(h => Math.Round(h, 4))],
                Origin = new RowOrigin(worst with { Quality = (Quality)Math.Max((int)worst.Quality, (int)Quality.Derived) }),
            };
        }
    }
}
