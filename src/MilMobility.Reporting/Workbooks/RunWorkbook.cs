using System.Globalization;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Documents.Indicators;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Workbooks;

/// <summary>A run as a workbook: serials, legs, timing points by mode, civil figures with their parts, values, indicators,
/// manifest.</summary>
public static class RunWorkbook
{
    public static byte[] ToBytes(MissionReport report)
    {
        var legs = new LegSheets(report);
        return XlsxWorkbook.ToBytes(
            [
                Serials(report), legs.Legs(), legs.MarchTable(), legs.TrainPaths(), legs.Voyages(), Figures(report.Impact.Assessment),
                Parts(report.Impact.Assessment), Values(report.Impact), Indicators(report), Manifest(report.Manifest),
            ],
            report.Manifest.Marking);
    }

    private static XlsxSheet Serials(MissionReport report) => new(
        "serials",
        [
            new("serial"), new("movement", 12), new("unit", 24), new("priority", 9), new("corridor", 10), new("vehicles", 9),
            new("state", 10), new("modes", 16), new("ready", 19), new("due", 19), new("starts", 19), new("in", 19), new("late min", 9),
            new("time EUR", 12), new("lateness EUR", 12), new("operating EUR", 13), new("reason", 40),
        ],
        report.Plan.Planned.Select(p => Planned(p, report.Clock.At))
            .Concat(report.Plan.Unmoved.Select(u => Unmoved(u, report.Clock.At)))
            .OrderBy(r => (string)r[0]!, StringComparer.Ordinal));

    private static object?[] Planned(PlannedSerial p, Func<int, DateTimeOffset> at)
    {
        var s = p.Serial;
        var modes = p.Steps.OfType<MoveStep>().Select(m => Formats.Words(m.Mode)).Distinct();
        var start = p.Steps.FirstOrDefault(step => step is not HoldStep)?.StartSeconds;
        return
        [
            s.Id, s.Movement, s.Unit, s.Priority, s.Corridor, s.VehicleCount, p.LatenessSeconds > 0 ? "late" : "moves",
            string.Join(", ", modes), at(s.ReadySeconds), at(s.DueSeconds), start is { } from ? at(from) : null, at(p.FinishSeconds),
            p.LatenessSeconds / 60, Euros(p.Cost.Time), Euros(p.Cost.Lateness), Euros(p.Cost.Operating), "",
        ];
    }

    private static object?[] Unmoved(UnmovedSerial u, Func<int, DateTimeOffset> at) =>
    [
        u.Serial.Id, u.Serial.Movement, u.Serial.Unit, u.Serial.Priority, u.Serial.Corridor, u.Serial.VehicleCount, "stays", "",
        at(u.Serial.ReadySeconds), at(u.Serial.DueSeconds), null, null, null, null, null, null, $"{Formats.Words(u.Reason)}: {u.Detail}",
    ];

    private static XlsxSheet Figures(CivilAssessment assessment)
    {
        var metrics = assessment.Metrics.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return new XlsxSheet(
            "civil impact",
            [
                new("mode", 8), new("metric", 28), new("name", 34), new("unit", 12), new("before"), new("after"), new("change"),
                new("norm"), new("quality", 10), new("definition", 60), new("reference", 40),
            ],
            assessment.Modes.SelectMany(m => m.Figures.Select(f => (object?[])
            [
                Formats.Words(m.Mode), f.Metric, metrics.GetValueOrDefault(f.Metric)?.Name, metrics.GetValueOrDefault(f.Metric)?.Unit,
                f.Before, f.After, f.Change, metrics.GetValueOrDefault(f.Metric)?.Norm, f.Quality,
                metrics.GetValueOrDefault(f.Metric)?.Definition.Text, metrics.GetValueOrDefault(f.Metric)?.Reference.Text,
            ])));
    }

    private static XlsxSheet Parts(CivilAssessment assessment) => new(
        "civil impact by part",
        [
            new("mode", 8), new("dimension", 12), new("part", 30), new("metric", 28), new("before"), new("after"), new("change"),
            new("quality", 10),
        ],
        assessment.Modes.SelectMany(m => m.Breakdowns.SelectMany(part => part.Figures.Select(f => (object?[])
        [
            Formats.Words(m.Mode), part.Dimension, part.Key, f.Metric, f.Before, f.After, f.Change, f.Quality,
        ]))));

    private static XlsxSheet Values(CivilImpact impact)
    {
        var rows = impact.Assessment.Valuation?.Rows.Select(r => (object?[])
        [
            "impact", Formats.Words(r.Mode), r.Metric, r.Category, r.Quantity, Euros(r.Euros.Low), Euros(r.Euros.Central),
            Euros(r.Euros.High), r.Quality, null, null,
        ]) ?? [];
        var prices = impact.ValuesOfTime.Select(v => (object?[])
        [
            "value used", null, null, v.Category, null, null, (double)v.EurosPerHour, null, v.Quality,
                $"{v.Unit}, prices of {v.PriceLevel}",
            $"{v.Source}, {v.Date}",
        ]);
        return new XlsxSheet(
            "values",
            [
                new("row", 12), new("mode", 8), new("metric", 28), new("category", 28), new("quantity"), new("low EUR"), new("central EUR"),
                new("high EUR"), new("quality", 10), new("unit", 26), new("source", 50),
            ],
            rows.Concat(prices));
    }

    private static XlsxSheet Indicators(MissionReport report) => new(
        "indicators",
        [new("id", 6), new("indicator", 36), new("value"), new("unit", 18), new("quality", 10), new("rounded to"), new("definition", 80)],
        RunIndicators.Of(report).Select(i => (object?[])[i.Id, i.Name, i.Value, i.Unit, i.Quality, i.RoundedTo, i.Definition]));

    private static XlsxSheet Manifest(RunManifest manifest)
    {
        (string Name, string Value)[] facts =
        [
            ("marking", Formats.Marking(manifest.Marking)), ("program", $"{manifest.Program} {manifest.ProgramVersion}"),
            ("solver engine", manifest.EngineVersion), ("scenario", manifest.Scenario), ("scenario file", manifest.ScenarioFile),
            ("network", $"{manifest.NetworkName} {manifest.NetworkVersion}"), ("identity", manifest.InputHash),
            ("seed", manifest.Seed.ToString(CultureInfo.InvariantCulture)), ("objective", Formats.Words(manifest.Objective)),
            ("started", manifest.StartedUtc.ToString("u", CultureInfo.InvariantCulture)),
            ("reproducible", manifest.Reproducible ? "yes" : "no"),
            ("quality of the network's values", Formats.Shares(manifest.QualityShares)),
        ];
        var inputs = manifest.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => (i.Key, i.Value));
        return new XlsxSheet(
            "manifest", [new("name", 50), new("value", 80)],
            facts.Concat(manifest.Warnings.Select(w => ("warning", w.Text))).Concat(inputs).Select(f => (object?[])[f.Item1, f.Item2]));
    }

    private static double Euros(long microEuros) => (double)Money.ToEuros(microEuros);
}
