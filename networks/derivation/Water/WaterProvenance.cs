namespace MilMobility.Derivation.Water;

/// <summary>Collects the provenance of one row: what differs from the column defaults of water-column-provenance.csv.</summary>
public sealed class WaterProvenance
{
    private readonly List<string> overrides = [];

    /// <summary>
    /// Adds a column's quality from the facts. It may name its own source (`measured@bpr-annex-13`); alone, `measured`
    /// means the managers' publications and `assumed` our labelled assumptions. Nothing is added for the column's default.
    /// </summary>
    public WaterProvenance Add(string column, string quality, string columnDefault)
    {
        var origin = quality switch
        {
            "" => columnDefault,
            "measured" => "measured@fairway-managers",
            "assumed" => "assumed@water-assumptions",
            _ => quality,
        };
        if (origin != columnDefault) overrides.Add($"{column}={origin}");
        return this;
    }

    public override string ToString() => string.Join(';', overrides);
}
