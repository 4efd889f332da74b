using System.Reflection;

namespace MilMobility.Domain.Units;

/// <summary>
/// The highest marking that this build reads. It is fixed when the program is built, by the MSBuild property <c>AcceptedMarking</c>
/// (<c>dotnet build -p:AcceptedMarking=Internal</c>), so that nobody can raise it where the program runs; without it
/// departmental-confidential. State secrets and the classifications of NATO and the EU are above every build.
/// </summary>
public static class AcceptedMarking
{
    /// <summary>Spellings of markings that no build accepts, capital letters alone.</summary>
    private static readonly HashSet<string> s_above = new(StringComparer.Ordinal)
    {
        "STGC", "STGG", "STGZG", "STGCONFIDENTIEEL", "STGGEHEIM", "STGZEERGEHEIM", "STAATSGEHEIM", "GEHEIM", "ZEERGEHEIM", "RESTRICTED",
        "CONFIDENTIAL", "SECRET", "TOPSECRET", "NATORESTRICTED", "NATOCONFIDENTIAL", "NATOSECRET", "COSMICTOPSECRET", "RESTREINTUE",
        "RESTREINTUEEURESTRICTED", "EURESTRICTED", "CONFIDENTIELUE", "CONFIDENTIELUEEUCONFIDENTIAL", "EUCONFIDENTIAL", "SECRETUE",
        "SECRETUEEUSECRET", "EUSECRET", "TRESSECRETUE", "TRESSECRETUEEUTOPSECRET", "EUTOPSECRET",
    };

    /// <summary>Of this build.</summary>
    public static ClassificationMarking Highest { get; } = Of(typeof(AcceptedMarking).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == nameof(AcceptedMarking))?.Value);

    /// <summary>What a build property says; what it does not understand accepts public input only.</summary>
    public static ClassificationMarking Of(string? property) =>
        Enum.TryParse<ClassificationMarking>(property, ignoreCase: true, out var highest) && Enum.IsDefined(highest)
            ? highest : ClassificationMarking.Public;

    /// <summary>A classification that no build accepts, however it is spelt.</summary>
    public static bool IsAboveAll(string text) =>
        s_above.Contains(string.Concat(text.ToUpperInvariant().Where(char.IsAsciiLetterUpper)));
}
