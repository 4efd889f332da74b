namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>A section of the fairway register between two junctions; its line in metres RD, ends included.</summary>
/// <param name="Id">VWK_ID.</param>
/// <param name="From">VWJ_ID_BEG, the junction at the start of the line.</param>
/// <param name="To">VWJ_ID_END.</param>
/// <param name="Kind">VAKTYPE: D through fairway, H harbour, V connection.</param>
/// <param name="Route">VRT_NAAM, the route it is part of.</param>
/// <param name="Fairway">VWG_NAAM.</param>
/// <param name="Line">Centre line.</param>
internal sealed record FairwaySection(
    long Id, long From, long To, char Kind, string Route, string Fairway, (double X, double Y)[] Line)
{
    /// <summary>Metres along the line at each of its points.</summary>
    public double[] Along { get; } = Cumulative(Line);

    public double LengthMetres => Along[^1];

    /// <summary>Position at a distance from the start.</summary>
    public (double X, double Y) At(double metres)
    {
        var i = 1;
        while (i < Line.Length - 1 && Along[i] < metres) i++;
        var step = Along[i] - Along[i - 1];
        var share = step == 0 ? 0 : Math.Clamp((metres - Along[i - 1]) / step, 0, 1);
        return (Line[i - 1].X + (share * (Line[i].X - Line[i - 1].X)), Line[i - 1].Y + (share * (Line[i].Y - Line[i - 1].Y)));
    }

    private static double[] Cumulative((double X, double Y)[] line)
    {
        var along = new double[line.Length];
        for (var i = 1; i < line.Length; i++) along[i] = along[i - 1] + Math.Sqrt(Square(line[i], line[i - 1]));
        return along;
    }

    private static double Square((double X, double Y) a, (double X, double Y) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));
}
