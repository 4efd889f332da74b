using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Finds how many trips there are and how far they go, so that the flows fit those that the data state for roads. For a
/// deterrence, the gravity model gives the shares of the trips, loaded on the fastest ways; the number of trips is then the one
/// that gives the vehicle-km stated. The deterrence is the one with the least squared errors, within a factor of 2^(1/4)
/// between 1/4 and 8 per hour. The equilibrium takes longer ways than the fastest, so the numbers of trips are then set by its
/// vehicle-km, some rounds over.
/// Limits: what the data state is itself mostly assumed by class of road, so the fit says how well two models agree, not how true
/// either is.
/// </summary>
public static class DemandCalibration
{
    private const int Rounds = 3;
    private const double StepsPerOctave = 4;
    private const int FirstStep = -8;
    private const int LastStep = 12;

    /// <summary>
    /// What one trip, spread over all zones, puts on the roads at each deterrence tried; the same for all hours and classes.
    /// </summary>
    public static IReadOnlyList<DeterrenceCandidate> Candidates(
        FreeFlowTrees trees, IReadOnlyList<DemandZone> zones, CancellationToken cancellation)
    {
        var inhabitants = zones.Select(z => z.Inhabitants).ToList();
        var candidates = new List<DeterrenceCandidate>();
        for (var step = FirstStep; step <= LastStep; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var deterrence = Math.Pow(2, step / StepsPerOctave);
            candidates.Add(new DeterrenceCandidate(deterrence, trees.Load(GravityModel.Shares(inhabitants, trees.Hours, deterrence))));
        }

        return candidates;
    }

    /// <summary>Calibrates all classes of one hour class together.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="trees">Its fastest ways.</param>
    /// <param name="zones">Zones.</param>
    /// <param name="candidates">Their candidates.</param>
    /// <param name="stated">By category, then by road: vehicles per hour; NaN where the data state none.</param>
    /// <param name="parameters">Parameters.</param>
    /// <param name="options">Gap of the equilibria.</param>
    /// <param name="cancellation">Ends with an exception.</param>
    public static Loaded<CalibratedDemand> Calibrate(
        CivilRoadNetwork network, FreeFlowTrees trees, IReadOnlyList<DemandZone> zones, IReadOnlyList<DeterrenceCandidate> candidates,
        IReadOnlyList<double[]> stated, RoadDemandParameters parameters, EquilibriumOptions options, CancellationToken cancellation)
    {
        var levels = RoadDemandParameters.Categories
            .Select((category, k) => Best(network, candidates, category, stated[k])).ToList();
        EquilibriumSolution? solution = null;
        for (var round = 0; ; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var classes = NationalDemand.Of(zones, trees.Hours, levels, parameters);
            var found = UserEquilibrium.Find(network.Assignment, classes, options, cancellation, solution);
            if (found is not Valid<EquilibriumSolution> valid) return new Invalid<CalibratedDemand>(found.Diagnostics);
            solution = valid.Value;
            var fits = levels.Select((_, k) => Fit(network, solution.Vehicles[k], stated[k])).ToList();
            if (round == Rounds) return new Valid<CalibratedDemand>(new CalibratedDemand(levels, fits, solution), []);
            levels = [.. levels.Select((level, k) => level with { TripsPerHour = level.TripsPerHour / fits[k].KmRatio })];
        }
    }

    /// <summary>Fit over the roads for which the data state a flow.</summary>
    public static DemandFit Fit(CivilRoadNetwork network, IReadOnlyList<double> vehicles, double[] stated)
    {
        var known = Enumerable.Range(0, stated.Length).Where(i => !double.IsNaN(stated[i])).ToList();
        return DemandFit.Of(
            known.ConvertAll(i => vehicles[i]), known.ConvertAll(i => stated[i]), known.ConvertAll(i => network.Roads[i].LengthKm));
    }

    private static DemandLevel Best(
        CivilRoadNetwork network, IReadOnlyList<DeterrenceCandidate> candidates, string category, double[] stated)
    {
        var (best, least) = (new DemandLevel(category, 0, 0), double.PositiveInfinity);
        foreach (var (deterrence, flow) in candidates)
        {
            var trips = 1 / Fit(network, flow, stated).KmRatio;
            if (!double.IsFinite(trips)) continue;
            var errors = flow.Zip(stated, (f, c) => double.IsNaN(c) ? 0 : ((f * trips) - c) * ((f * trips) - c)).Sum();
            if (errors < least) (best, least) = (new DemandLevel(category, trips, deterrence), errors);
        }

        return best;
    }
}

/// <summary>A deterrence and what one trip puts on the roads at it.</summary>
/// <param name="DeterrencePerHour">Per hour of travel time.</param>
/// <param name="Flow">By road.</param>
public sealed record DeterrenceCandidate(double DeterrencePerHour, double[] Flow);

/// <summary>Demand of one hour class as calibrated.</summary>
/// <param name="Levels">By category.</param>
/// <param name="Fits">By category: the equilibrium's flows against those stated.</param>
/// <param name="Solution">The equilibrium.</param>
public sealed record CalibratedDemand(
    IReadOnlyList<DemandLevel> Levels, IReadOnlyList<DemandFit> Fits, EquilibriumSolution Solution);
