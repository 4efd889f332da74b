namespace MilMobility.Exchange.Formats;

/// <summary>A value of a file as a message of one line may repeat it.</summary>
internal static class Excerpt
{
    /// <summary>Longest excerpt, characters.</summary>
    private const int CharsMax = 60;

    /// <summary>The value in quotes, shortened and without control characters.</summary>
    public static string Quote(ReadOnlySpan<char> value)
    {
        var text = value.Length > CharsMax ? $"{value[..CharsMax]}..." : value.ToString();
        return $"'{string.Concat(text.Select(c => char.IsControl(c) ? '?' : c))}'";
    }
}
