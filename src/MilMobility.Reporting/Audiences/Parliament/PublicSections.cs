namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>Headings and row names of a public report in both languages.</summary>
public static class PublicSections
{
    private static readonly Dictionary<string, (string English, string Dutch)> s_headings = new(StringComparer.Ordinal)
    {
        [PublicRows.Transports] = ("Transports (a convoy, a train or a barge each)", "Transporten (colonne, trein of schip)"),
        [PublicRows.Modes] = ("Transports by mode", "Transporten per vervoerwijze"),
        [PublicRows.Regions] = ("Transports through each province", "Transporten door elke provincie"),
        [PublicRows.Figures] = ("Civil traffic without and with the plan", "Burgerverkeer zonder en met het plan"),
        [PublicRows.FiguresByRegion] = ("Change by province", "Verandering per provincie"),
        [PublicRows.FiguresByDayPart] = ("Change by part of the day, over all days", "Verandering per dagdeel, over alle dagen"),
        [PublicRows.Euros] = ("Cost to civil traffic", "Kosten voor het burgerverkeer"),
        [PublicRows.Burden] = ("How the cost is divided", "Verdeling van de kosten"),
        [PublicRows.Carbon] = ("Extra emissions", "Extra uitstoot"),
        [PublicRows.Quality] = ("How good the numbers are", "Kwaliteit van de cijfers"),
    };

    private static readonly Dictionary<string, (string English, string Dutch)> s_rows = new(StringComparer.Ordinal)
    {
        ["vehicles"] = ("Vehicles moved", "Vervoerde voertuigen"),
        ["gini"] = ("Gini coefficient (0: all bear the same)", "Gini-coefficient (0: iedereen gelijk)"),
        ["gap"] = ("Distance to the best possible plan, at most", "Afstand tot het best mogelijke plan, ten hoogste"),
        ["assumed"] = ("Share of civil volumes that is assumed", "Aandeel aangenomen verkeersvolumes"),
    };

    private static readonly Dictionary<string, string> s_dutchUnits = new(StringComparer.Ordinal)
    {
        ["transports"] = "transporten", ["vehicles"] = "voertuigen", ["vehicle-h"] = "voertuiguur", ["pcu"] = "pae",
        ["link-h"] = "wegvakuur", ["vehicle-km"] = "voertuigkm", ["train-min"] = "treinmin", ["passenger-min"] = "reizigersmin",
        ["paths"] = "treinpaden", ["section-h"] = "baanvakuur", ["barge-h"] = "scheepsuur", ["lock-h"] = "sluisuur", ["min"] = "min",
        ["%"] = "%", ["0-1"] = "0-1", [PublicSteps.Euros] = "euro", [PublicSteps.Burden] = "euro per 1.000 inwoners",
        [PublicSteps.Carbon] = "kg CO2-eq",
    };

    /// <summary>What a unit is called.</summary>
    public static string UnitOf(PublicRow row, bool dutch) => dutch ? s_dutchUnits.GetValueOrDefault(row.Unit, row.Unit) : row.Unit;

    public static (string English, string Dutch) Of(string section) => s_headings[section];

    /// <summary>What a row is called: the part, or what is counted; both where parts of several metrics stand together.</summary>
    public static string NameOf(PublicRow row, bool dutch)
    {
        string Word(string id)
        {
            var (english, nl) = s_rows.TryGetValue(id, out var own) ? own : PublicWords.Of(id);
            return dutch ? nl : english;
        }

        if (row.Part.Length == 0) return Word(row.Id);
        return row.Section is PublicRows.FiguresByRegion or PublicRows.FiguresByDayPart
            ? $"{Word(row.Id)}: {Word(row.Part)}" : Word(row.Part);
    }
}
