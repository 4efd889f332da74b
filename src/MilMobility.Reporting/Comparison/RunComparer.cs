using System.Globalization;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Comparison;

/// <summary>Compares two reports, whatever their scenario, network and audience. Pure; O(steps + breakdowns).</summary>
public static class RunComparer
{
    private const int HashDigits = 12;
    private static readonly string[] s_dimensions = ["manager", "region"];

    /// <param name="first">The run to compare with.</param>
    /// <param name="second">The run whose changes are asked for.</param>
    /// <param name="firstLabel">Name of the first, such as its folder.</param>
    /// <param name="secondLabel">Name of the second.</param>
    public static RunComparison Of(MissionReport first, MissionReport second, string firstLabel, string secondLabel) => new()
    {
        First = Run(first, firstLabel),
        Second = Run(second, secondLabel),
        Marking = first.Manifest.Marking > second.Manifest.Marking ? first.Manifest.Marking : second.Manifest.Marking,
        SameInput = first.Manifest.InputHash == second.Manifest.InputHash && first.Manifest.InputHash.Length > 0,
        Notices = [.. Notices(first, second)],
        Settings = [.. Settings(first, second).Where(s => s.First != s.Second)],
        Inputs = [.. Inputs(first.Manifest.Inputs, second.Manifest.Inputs)],
        Movement = [.. Movement(first, second)],
        Objective = [.. Objective(first, second)],
        Civil = [.. Civil(first, second)],
        Parts = [.. Parts(first, second)],
        Prices = [.. Prices(first.Impact, second.Impact)],
        Euros = [.. Euros(first.Impact.Assessment.Valuation, second.Impact.Assessment.Valuation)],
        Serials = SerialChanges.Of(first, second),
    };

    private static ComparedRun Run(MissionReport report, string label) =>
        new(label, report.Scenario.Name, report.Scenario.Title, report.Manifest.InputHash);

    private static IEnumerable<Sentence> Notices(MissionReport a, MissionReport b)
    {
        if (a.Scenario.Name != b.Scenario.Name)
        {
            yield return Sentence.Of("compare.other-scenarios", ("first", a.Scenario.Name), ("second", b.Scenario.Name));
        }

        if (a.Manifest.NetworkName != b.Manifest.NetworkName || a.Manifest.NetworkVersion != b.Manifest.NetworkVersion)
        {
            yield return Sentence.Of(
                "compare.other-networks", ("first", $"{a.Manifest.NetworkName} {a.Manifest.NetworkVersion}"),
                ("second", $"{b.Manifest.NetworkName} {b.Manifest.NetworkVersion}"));
        }

        if (a.Plan.Start != b.Plan.Start) yield return Sentence.Of("compare.other-starts");
        if (a.Manifest.Objective != b.Manifest.Objective) yield return Sentence.Of("compare.other-objectives");
        if (!a.Manifest.Reproducible || !b.Manifest.Reproducible) yield return Sentence.Of("compare.ended-early");
    }

    private static IEnumerable<ComparedText> Settings(MissionReport a, MissionReport b)
    {
        yield return Text("seed", r => r.Manifest.Seed.ToString(CultureInfo.InvariantCulture));
        yield return Text("program", r => r.Manifest.ProgramVersion);
        yield return Text("engine", r => r.Manifest.EngineVersion);
        yield return Told("objective", r => Word("objective", r.Manifest.Objective));
        yield return Told("phase", r => Word("phase", r.Scenario.Phase));
        yield return Text("legal-basis", r => r.Scenario.LegalBasis);
        yield return Text("patches", r => string.Join("; ", r.Manifest.PatchFiles.Select(f => f.Name)));
        yield return Text("overlays", r => string.Join("; ", r.Manifest.Overlays.Select(o => o.Name)));
        yield return Told("marking", r => Formats.Marked(r.Manifest.Marking));

        ComparedText Text(string id, Func<MissionReport, string> of) => Told(id, r => Sentence.AsIs(of(r)));
        ComparedText Told(string id, Func<MissionReport, Sentence> of) => new(Sentence.Of($"compare.{id}"), of(a), of(b));
        Sentence Word<T>(string kind, T value)
            where T : struct, Enum => Sentence.Of($"{kind}.{Formats.Words(value).Replace(' ', '-')}");
    }

    private static IEnumerable<ComparedText> Inputs(
        IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        foreach (var path in first.Keys.Union(second.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (a, b) = (Hash(first, path), Hash(second, path));
            if (a != b && !IsElsewhere(path, first, second) && !IsElsewhere(path, second, first))
            {
                yield return new ComparedText(Sentence.AsIs(path), Sentence.AsIs(a), Sentence.AsIs(b));
            }
        }

        // The same file by another path, as when the runs were started in different folders.
        static bool IsElsewhere(string path, IReadOnlyDictionary<string, string> here, IReadOnlyDictionary<string, string> there) =>
            here.TryGetValue(path, out var hash) && !there.ContainsKey(path)
            && there.Any(other => other.Value == hash && Path.GetFileName(other.Key) == Path.GetFileName(path));

        static string Hash(IReadOnlyDictionary<string, string> inputs, string path) =>
            inputs.TryGetValue(path, out var hash) ? hash[..Math.Min(HashDigits, hash.Length)] : "";
    }

    private static IEnumerable<ComparedFigure> Movement(MissionReport a, MissionReport b)
    {
        yield return Figure("serials-moved", "serials", r => r.Plan.Planned.Count, false);
        yield return Figure("serials-late", "serials", r => r.Plan.Planned.Count(p => p.LatenessSeconds > 0), true);
        yield return Figure("serials-unmoved", "serials", r => r.Plan.Unmoved.Count, true);
        yield return Figure("vehicles-moved", "vehicles", r => r.Plan.Planned.Sum(p => p.Serial.VehicleCount), false);
        yield return Figure(
            "lateness", "vehicle-h", r => r.Plan.Planned.Sum(p => (double)p.LatenessSeconds * p.Serial.VehicleCount) / 3600, true);
        yield return Figure(
            "closure", "h", r => r.Plan.Planned.Count == 0 ? null : r.Plan.Planned.Max(p => p.FinishSeconds) / 3600.0, true);
        yield return Figure("gap", "%", r => r.Plan.Gap * 100, true);

        ComparedFigure Figure(string id, string unit, Func<MissionReport, double?> of, bool less) => new(
            id, Sentence.Of($"compare.{id}"), unit == "%" ? Sentence.AsIs(unit) : Sentence.Of($"unit.{unit}"), of(a), of(b), less);
    }

    private static IEnumerable<ComparedMoney> Objective(MissionReport a, MissionReport b)
    {
        var (x, y) = (a.Plan.Objective, b.Plan.Objective);
        yield return new ComparedMoney(Sentence.Of("compare.time"), x.Time, y.Time);
        yield return new ComparedMoney(Sentence.Of("compare.late"), x.Lateness, y.Lateness);
        yield return new ComparedMoney(Sentence.Of("compare.operating"), x.Operating, y.Operating);
        yield return new ComparedMoney(Sentence.Of("compare.civil"), x.Civil, y.Civil);
        yield return new ComparedMoney(Sentence.Of("compare.unmoved"), x.Unmoved, y.Unmoved);
        yield return new ComparedMoney(Sentence.Of("compare.total"), x.TotalMicroEuros, y.TotalMicroEuros);
        yield return new ComparedMoney(Sentence.Of("compare.bound"), a.Plan.BoundMicroEuros, b.Plan.BoundMicroEuros);
    }

    private static IEnumerable<ComparedFigure> Civil(MissionReport a, MissionReport b)
    {
        var (first, second) = (Whole(a.Impact.Assessment), Whole(b.Impact.Assessment));
        foreach (var metric in Metrics(a, b))
        {
            if (first.ContainsKey(metric.Id) || second.ContainsKey(metric.Id))
                yield return Of(metric, Known(first, metric.Id), Known(second, metric.Id));
        }

        static Dictionary<string, double> Whole(CivilAssessment assessment) => assessment.Modes.SelectMany(m => m.Figures)
            .GroupBy(f => f.Metric, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(f => f.Change), StringComparer.Ordinal);

        static double? Known(Dictionary<string, double> figures, string id) => figures.TryGetValue(id, out var value) ? value : null;
    }

    private static IEnumerable<ComparedPart> Parts(MissionReport a, MissionReport b)
    {
        var metrics = Metrics(a, b).ToDictionary(m => m.Id, StringComparer.Ordinal);
        var (first, second) = (ByPart(a.Impact.Assessment), ByPart(b.Impact.Assessment));
        foreach (var key in first.Keys.Union(second.Keys).Order())
        {
            var (x, y) = (first.GetValueOrDefault(key), second.GetValueOrDefault(key));
            if (metrics.TryGetValue(key.Metric, out var metric) && (x != 0 || y != 0))
                yield return new ComparedPart(key.Dimension, key.Key, Of(metric, x, y));
        }

        static Dictionary<(string Dimension, string Key, string Metric), double> ByPart(CivilAssessment assessment) => assessment.Modes
            .SelectMany(m => m.Breakdowns)
            .Where(part => s_dimensions.Contains(part.Dimension, StringComparer.Ordinal))
            .SelectMany(part => part.Figures.Select(f => (Id: (part.Dimension, part.Key, f.Metric), f.Change)))
            .GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.Sum(f => f.Change));
    }

    private static IEnumerable<CivilMetric> Metrics(MissionReport a, MissionReport b) =>
        a.Impact.Assessment.Metrics.Concat(b.Impact.Assessment.Metrics).DistinctBy(m => m.Id).OrderBy(m => m.Id, StringComparer.Ordinal);

    private static ComparedFigure Of(CivilMetric metric, double? first, double? second) =>
        new(metric.Id, MetricWords.Name(metric), MetricWords.Unit(metric.Unit), first, second, metric.LessIsBetter);

    private static IEnumerable<ComparedGroup> Prices(CivilImpact a, CivilImpact b) =>
    [
        .. Groups("mode", a.ByMode, b.ByMode), .. Groups("manager", a.ByManager, b.ByManager), .. Groups("region", a.ByRegion, b.ByRegion),
    ];

    private static IEnumerable<ComparedGroup> Groups(string dimension, IReadOnlyList<CivilGroup> first, IReadOnlyList<CivilGroup> second)
    {
        var (x, y) = (first.ToDictionary(g => g.Key, g => g.CostMicroEuros), second.ToDictionary(g => g.Key, g => g.CostMicroEuros));
        foreach (var key in x.Keys.Union(y.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var money = new ComparedMoney(Sentence.AsIs(key), x.GetValueOrDefault(key), y.GetValueOrDefault(key));
            if (money.First != 0 || money.Second != 0) yield return new ComparedGroup(dimension, money);
        }
    }

    private static IEnumerable<ComparedEuros> Euros(CivilValuation? a, CivilValuation? b)
    {
        if (a is null || b is null) yield break;
        var (x, y) = (Rows(a), Rows(b));
        foreach (var name in x.Keys.Union(y.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            yield return new ComparedEuros(Sentence.AsIs(name), x.GetValueOrDefault(name), y.GetValueOrDefault(name));
        yield return new ComparedEuros(Sentence.Of("compare.total"), a.Total, b.Total);

        static Dictionary<string, EuroSpread> Rows(CivilValuation valuation) => valuation.Rows
            .GroupBy(r => $"{r.Metric}, {r.Category}", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(default(EuroSpread), (sum, r) => sum + r.Euros), StringComparer.Ordinal);
    }
}
