using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats;
using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>Reads quantities from a way's tags, reports what is not understood, and shares limits and names among ways.</summary>
internal sealed class TagReader(string file, DiagnosticBag bag, NetworkDraft draft, Provenance tagged, Provenance assumed)
{
    private readonly Dictionary<LinkLimits, LinkLimits> _limits = [];

    /// <summary>Of a value that a mapper tagged.</summary>
    public Provenance Tagged { get; } = tagged;

    /// <summary>Of a value that its class implies.</summary>
    public Provenance Assumed { get; } = assumed;

    public double? Kmh(long way, in OsmTags tags, string key) => Read(way, tags, key, OsmQuantity.Kmh,
        "a speed such as 50, 50 mph or none");

    /// <summary>Kilograms, rounded down.</summary>
    public Known<int>? Kg(long way, in OsmTags tags, string key) =>
        Known(Read(way, tags, key, OsmQuantity.Tonnes, "a mass such as 3.5, 3.5 t, 7000 lbs or none"), 1_000);

    /// <summary>Centimetres, rounded down.</summary>
    public Known<int>? Cm(long way, in OsmTags tags, string key) => Known(Metres(way, tags, key), 100);

    /// <summary>Metres, rounded down.</summary>
    public Known<int>? WholeMetres(long way, in OsmTags tags, string key) => Known(Metres(way, tags, key), 1);

    public int? Count(long way, in OsmTags tags, string key, int max) =>
        (int?)Read(way, tags, key, text => OsmQuantity.Count(text, max), $"a number up to {max}");

    public Known<T>? Known<T>(T? value) where T : struct => value is { } known ? new Known<T>(known, Tagged) : null;

    public void Report(long way, string key, string value, string allowed) =>
        bag.Warning(OsmTagCodes.BadValue, file, 0, $"way {way}: {key} = {Excerpt.Quote(value)}; must be {allowed}");

    public void Warn(string code, string message) => bag.Warning(code, file, 0, message);

    public LinkLimits? Shared(LinkLimits limits)
    {
        if (limits == NoLimits) return null;
        if (_limits.TryGetValue(limits, out var known)) return known;
        _limits[limits] = limits;
        return limits;
    }

    public string Shared(string? text) => text is null ? "" : draft.Shared(text);

    private static LinkLimits NoLimits { get; } = new();

    private double? Metres(long way, in OsmTags tags, string key) =>
        Read(way, tags, key, OsmQuantity.Metres, "a length such as 4, 4.1 m, 13'6\" or none");

    private double? Read(long way, in OsmTags tags, string key, Func<string, OsmLimit> parse, string allowed)
    {
        if (tags[key] is not { } text) return null;
        var limit = parse(text);
        if (!limit.IsUnderstood) Report(way, key, text, allowed);
        return limit.Value;
    }

    // A hundredth of the unit forgives what binary fractions lose: 4.1 m are 410 cm.
    private Known<int>? Known(double? value, double factor) =>
        value is { } known ? new Known<int>((int)Math.Floor((known * factor) + 0.01), Tagged) : null;
}
