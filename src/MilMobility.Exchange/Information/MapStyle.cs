using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Information;

/// <summary>Colours and widths of the map; the colours stay apart for colour-blind readers (Okabe and Ito 2008).</summary>
internal static class MapStyle
{
    public static string Colour(TransportMode mode) => mode switch
    {
        TransportMode.Road => "#d55e00",
        TransportMode.Rail => "#222222",
        TransportMode.Water => "#56b4e9",
        _ => "#0072b2",
    };

    public static double LineWidth(TransportMode mode) => mode switch
    {
        TransportMode.Water => 2.6,
        TransportMode.Road => 1.6,
        _ => 1.0,
    };
}
