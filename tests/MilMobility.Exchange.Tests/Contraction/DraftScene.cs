using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Tests.Contraction;

/// <summary>Small drafts for tests: nodes by name on a grid of about 1 km, links between them.</summary>
internal sealed class DraftScene
{
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    public DraftScene()
    {
        Measured = new Provenance(Quality.Measured, Draft.AddSource(new DraftSource("survey", "Survey", "", "", "")));
        Assumed = new Provenance(Quality.Assumed, Draft.AddSource(new DraftSource("guess", "Guess", "", "", "")));
    }

    public NetworkDraft Draft { get; } = new();

    public Provenance Measured { get; }

    public Provenance Assumed { get; }

    public int Node(
        string name, double eastKm = 0, double northKm = 0, string kind = "junction", TransportMode mode = TransportMode.Road,
        string place = "")
    {
        var prefix = mode switch { TransportMode.Road => "road", TransportMode.Rail => "rail", TransportMode.Water => "water", _ => "sea" };
        return _nodes[name] = Draft.AddNode(new DraftNode
        {
            Id = $"{prefix}-{DraftIds.Slug(name)}",
            Name = name,
            Mode = mode,
            Kind = kind,
            Place = place,
            // A degree of latitude is 111.2 km, one of longitude 68.5 km at 52 degrees north.
            Lat = 52 + (northKm / 111.2),
            Lon = 5 + (eastKm / 68.5),
            Origin = Measured,
        });
    }

    public int Link(
        string from, string to, double metres = 1_000, double speedKmh = 36, string name = "N1", bool twoWay = true,
        LinkLimits? limits = null, params (double Lat, double Lon)[] shape) => Draft.AddLink(new DraftLink
    {
        From = _nodes[from],
        To = _nodes[to],
        Mode = Draft.Nodes[_nodes[from]].Mode,
        Name = name,
        Class = Draft.Nodes[_nodes[from]].Mode == TransportMode.Road ? "n-road" : "main",
        LengthMetres = metres,
        SpeedKmh = speedKmh,
        LanesOrTracks = 1,
        CapacityPerHour = 1_200,
        TwoWay = twoWay,
        Limits = limits,
        Shape = Draft.AddShape(shape),
        LengthOrigin = Measured,
        SpeedOrigin = Measured,
        LanesOrigin = Measured,
        CapacityOrigin = Measured,
    });

    public Known<T> Known<T>(T value) => new(value, Measured);

    public int this[string node] => _nodes[node];
}
