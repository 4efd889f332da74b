using System.Reflection;
using System.Text.RegularExpressions;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Reporting.Audiences;
using MilMobility.Reporting.Audiences.Parliament;
using MilMobility.Reporting.Writers;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>
/// A run in which every text and number is a canary, written for every audience in every format: what an audience may not see must not be
/// in it. Writers come from the lists that the program itself uses, properties from reflection: a new one of either is covered at once.
/// </summary>
public sealed partial class CanaryTests
{
    /// <summary>What managers may see, each with its reason. What stands nowhere here must not survive.</summary>
    private static readonly (string Property, string Reason)[] s_civil =
    [
        ("MapNode.*", "the network is its managers' own; nodes of others are tested in CivilReductionTests"),
        ("MapLink.Id|From|To|Name|Class|LengthMetres|Manager|Region|Shape", "as above"),
        ("MapTransfer.*", "a port knows its own terminals"),
        ("MapReversal.*", "where trains reverse is a fact of the network"),
        ("MapFacility.Id|Node|Kind|Name|Capacity|Unit|Berths", "as above, of places that are used"),
        ("GeoPoint.*", "links are drawn where they lie"),
        ("MoveStep.*", "the path and its times are what a manager must know"),
        ("HoldStep.*", "halts take room and time"),
        ("TransferStep.*", "as halts"),
        ("PlanStep.*", "times of the steps"),
        ("MovementPlan.HorizonSeconds", "length of the period"),
        ("Ship.ArrivesSeconds|DepartsSeconds|LengthMetres", "a port must keep the berth; the ship's name is not told"),
        ("RoadFootprint.SpeedKmh|ColumnMetres|PassSeconds|PassengerCarUnits|AxleLoadKg|MassKg|HeightCm|WidthCm|VehicleLengthCm",
            "a road manager grants the exemption by them; raised to its steps"),
        ("RailFootprint.TrainLengthMetres|TrainMassKg|AxleLoadKg|MetreLoadKg|SpeedKmh|PassSeconds", "a train path is asked for by them"),
        ("WaterFootprint.VesselLengthMetres|BeamCm|DraughtCm|AirDraughtCm|CemtClass|SpeedKmh|PassSeconds",
            "locks and bridges are planned by them"),
        ("Serial.LaneMetres", "room on a terminal; raised to 50 m"),
        ("CivilImpact.*", "what happens to their traffic"),
        ("CivilCell.*", "as above"), ("CivilTotals.*", "as above"), ("CivilGroup.*", "as above"), ("CivilKept.*", "as above"),
        ("CivilMetric.*", "names and norms of the measures"), ("CivilFigure.*", "as above"), ("CivilBreakdown.*", "as above"),
        ("AssessedCell.*", "as above"),
        ("DisplacedPath.Category|Links|Hour|Step|Paths|TrainMinutes|PassengerMinutes", "civil trains, not serials"),
        ("CivilTrainPath.*", "civil trains"), ("ModeAssessment.Notes", "sentences of the program"),
        ("ValueOfTime.*", "prices are public"), ("ValuedChange.*", "as above"), ("EuroSpread.*", "as above"),
        ("CivilValuation.PriceLevel|Notes", "year of the prices, and sentences of the program"), ("Fairness.*", "as above"),
        ("RegionBurden.*", "as above"), ("CarbonChange.*", "as above"),
        ("RunManifest.Program|ProgramVersion|EngineVersion|NetworkName|NetworkVersion", "what made the report"),
        ("RunManifest.InputHash", "by which the planner finds the run; nothing follows from a hash"),
        ("RunManifest.QualityShares", "how good the numbers are"),
        ("RunManifest.Manager", "set by the reduction"),
        ("MarkingChange.*", "who lowered the marking is kept on purpose"),
    ];

    private static readonly Type[] s_texts =
        [typeof(string), typeof(Sentence), typeof(IReadOnlyList<string>), typeof(IReadOnlyList<Sentence>)];

    public static TheoryData<string> CivilFormats =>
        [.. ReportWriters.All.Where(w => w.Audiences.Contains(Audience.Civil)).Select(w => w.Format)];

    public static TheoryData<string> PublicFormats => [.. PublicWriters.All.Select(w => w.Format)];

    public static TheoryData<string> Parts =>
        [.. Canaries.Properties(typeof(MissionReport)).Where(p => p.Name != nameof(MissionReport.Clock)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(CivilFormats))]
    public void Nothing_that_managers_may_not_see_is_in_their_report(string format)
    {
        var (canaries, report) = Planted();
        var writer = ReportWriters.All.Single(w => w.Format == format && w.Audiences.Contains(Audience.Civil));
        foreach (var manager in CivilReduction.Managers(report).Prepend(null))
            Assert.Empty(Found(canaries, writer.Write(CivilReduction.Of(report, manager)), IsAllowedForCivil));
    }

    [Fact]
    public void Nothing_that_managers_may_not_see_is_in_their_folder()
    {
        var (canaries, report) = Planted();
        Assert.Empty(Found(canaries, new ReducedRun(CivilReduction.Of(report, null)).Folder(), IsAllowedForCivil));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void One_part_of_the_run_put_back_is_found(string part)
    {
        var (canaries, report) = Planted();
        var civil = CivilReduction.Of(report, null);
        var property = typeof(MissionReport).GetProperty(part)!;
        property.SetValue(civil, property.GetValue(report));
        var json = ReportWriters.All.Single(w => w.Format == "json");
        Assert.NotEmpty(Found(canaries, json.Write(civil), IsAllowedForCivil));
    }

    [Theory]
    [MemberData(nameof(PublicFormats))]
    public void No_canary_at_all_is_in_a_public_report(string format)
    {
        var (canaries, report) = Planted();
        var file = PublicWriters.All.Single(w => w.Format == format).Write(PublicReduction.Of(report, 5));
        Assert.Empty(Found(canaries, [file], _ => false));
        var text = StyleSheet().Replace(FileTexts.Of(file.Bytes), "");
        Assert.DoesNotMatch(ClockTime(), text);
        Assert.DoesNotMatch(Year(), text);
        // It is a report and no empty file.
        Assert.Contains("ehicle-hours", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_canary_at_all_is_in_a_public_folder_and_its_manifest()
    {
        var (canaries, report) = Planted();
        var folder = new ReducedSummary(PublicReduction.Of(report, 5), null).Folder();
        Assert.Contains(folder, f => f.Name == "manifest.json");
        Assert.Empty(Found(canaries, folder, _ => false));
    }

    [Theory]
    [MemberData(nameof(PublicFormats))]
    public void A_name_that_got_into_a_public_report_is_found(string format)
    {
        var (canaries, report) = Planted();
        var leak = PublicReduction.Of(report, 5) with { ByMode = [new PublicCount(report.Plan.Planned[0].Serial.Unit, 10)] };
        var file = PublicWriters.All.Single(w => w.Format == format).Write(leak);
        Assert.NotEmpty(Found(canaries, [file], _ => false));
    }

    [Fact]
    public void Every_text_of_a_run_holds_a_canary()
    {
        var canaries = Planted().Canaries;
        var planted = canaries.Texts.Values.SelectMany(p => p).Concat(canaries.Kept);
        Assert.Empty(TextsOf(typeof(MissionReport), []).Except(planted));
        Assert.InRange(canaries.Texts.Count, 100, int.MaxValue);
    }

    private static (Canaries Canaries, MissionReport Report) Planted()
    {
        var canaries = new Canaries();
        return (canaries, canaries.Plant(WideReport.Make()) with { });
    }

    private static List<string> Found(Canaries canaries, IEnumerable<ReportFile> files, Func<string, bool> isAllowed)
    {
        var found = new List<string>();
        foreach (var file in files)
        {
            var text = FileTexts.Of(file.Bytes);
            var digits = FileTexts.Digits(text);
            found.AddRange(canaries.Texts.Where(c => !c.Value.Any(isAllowed) && text.Contains(c.Key, StringComparison.Ordinal))
                .Select(c => $"{file.Name}: {string.Join(", ", c.Value)}"));
            found.AddRange(canaries.Numbers.Where(c => !c.Value.Any(isAllowed) && digits.Contains(c.Key, StringComparison.Ordinal))
                .Select(c => $"{file.Name}: {string.Join(", ", c.Value)} = {c.Key}"));
        }

        return found;
    }

    private static bool IsAllowedForCivil(string property) => s_civil.Any(rule =>
    {
        var (type, names) = (rule.Property.Split('.')[0], rule.Property.Split('.')[1]);
        var (ownType, ownName) = (property.Split('.')[0], property.Split('.')[^1]);
        return type == ownType && (names == "*" || names.Split('|').Contains(ownName, StringComparer.Ordinal));
    });

    /// <summary>Text properties that can be reached from a type.</summary>
    private static IEnumerable<string> TextsOf(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            foreach (var text in TextsOf(argument, seen)) yield return text;
        }

        if (type.Namespace?.StartsWith("MilMobility.", StringComparison.Ordinal) != true || type.IsEnum || type == typeof(Sentence)
            || !seen.Add(type)) yield break;
        foreach (var property in Canaries.Properties(type))
        {
            if (s_texts.Contains(property.PropertyType)) yield return $"{property.DeclaringType!.Name}.{property.Name}";
            foreach (var text in TextsOf(property.PropertyType, seen)) yield return text;
        }

        foreach (var derived in type.GetCustomAttributes<System.Text.Json.Serialization.JsonDerivedTypeAttribute>())
        {
            foreach (var text in TextsOf(derived.DerivedType, seen)) yield return text;
        }
    }

    [GeneratedRegex(@"\d{1,2}:\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"20(27|41|26)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StyleSheet();
}
