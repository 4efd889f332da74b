using MilMobility.Domain.Civil;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Civil trains for a train graph: those of one pattern on the sections that military trains use, within <see cref="AroundSeconds"/> of
/// one of them, as runs of consecutive sections. At most <see cref="PathsMax"/>: those that the plan moves first, then the earliest.
/// </summary>
public static class TrainGraph
{
    public const int PathsMax = 1_000;

    /// <summary>Time before and after a military train on a section that a graph shows.</summary>
    public const int AroundSeconds = 1_800;

    public static IReadOnlyList<CivilTrainPath> Of(
        RailSections rail, IReadOnlyList<CivilTrain> trains, IReadOnlyList<DisplacedTrain> moved, IReadOnlyList<MilitaryStay> military)
    {
        var shown = Shown(rail, military);
        var displaced = moved.ToDictionary(d => d.Train.Number);
        var paths = new List<(CivilTrainPath Path, int Number)>();
        foreach (var train in trains)
        {
            var known = displaced.GetValueOrDefault(train.Number);
            paths.AddRange(Runs(rail, train, shown).Select(run => (Path(rail, train, run, known), train.Number)));
        }

        return
        [
            .. paths.OrderBy(p => p.Path.Step == DisplacementNames.Of(DisplacementStep.Unchanged)).ThenBy(p => p.Path.EnterSeconds[0])
                .ThenBy(p => p.Number).Take(PathsMax).OrderBy(p => p.Path.EnterSeconds[0]).ThenBy(p => p.Number).Select(p => p.Path),
        ];
    }

    /// <summary>[S] times of each section that are shown.</summary>
    private static List<(int From, int To)>[] Shown(RailSections rail, IReadOnlyList<MilitaryStay> military)
    {
        var shown = new List<(int From, int To)>[rail.Count];
        for (var s = 0; s < shown.Length; s++) shown[s] = [];
        foreach (var stay in military) shown[stay.Section].Add((stay.Enter - AroundSeconds, stay.Leave + AroundSeconds));
        return shown;
    }

    /// <summary>Runs of consecutive sections [from, to) on which a train is shown, as ranges of pieces.</summary>
    private static IEnumerable<(int From, int To)> Runs(RailSections rail, CivilTrain train, List<(int From, int To)>[] shown)
    {
        var from = -1;
        for (var i = 0; i < train.Route.Pieces.Length; i++)
        {
            var enter = train.Place.Enter[i];
            var isShown = shown[rail.PieceSection[train.Route.Pieces[i]]].Exists(w => enter >= w.From && enter <= w.To);
            if (isShown && from < 0) from = i;
            if (isShown || from < 0) continue;
            yield return (from, i);
            from = -1;
        }

        if (from >= 0) yield return (from, train.Route.Pieces.Length);
    }

    private static CivilTrainPath Path(RailSections rail, CivilTrain train, (int From, int To) run, DisplacedTrain? displaced)
    {
        var (links, forward, enter, leave) = (new List<string>(), new List<bool>(), new List<int>(), new List<int>());
        var last = -1;
        for (var i = run.From; i < run.To; i++)
        {
            var section = rail.PieceSection[train.Route.Pieces[i]];
            var left = train.Place.Enter[i] + train.Route.RunSeconds[i];
            if (section == last)
            {
                leave[^1] = left;
                continue;
            }

            last = section;
            links.Add(rail.Network.LinkId[rail.Links[section]]);
            forward.Add(train.Route.Forward[i]);
            enter.Add(train.Place.Enter[i]);
            leave.Add(left);
        }

        var step = displaced?.Step ?? DisplacementStep.Unchanged;
        var isLater = step is DisplacementStep.Adjusted or DisplacementStep.Retimed or DisplacementStep.Shifted;
        return new CivilTrainPath(
            RailRules.Categories[train.Route.Category], links, forward, enter, leave, DisplacementNames.Of(step),
            isLater ? displaced!.DelaySeconds : 0);
    }
}
