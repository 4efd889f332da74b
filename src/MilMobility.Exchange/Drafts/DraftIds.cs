using System.Globalization;
using System.Text;

namespace MilMobility.Exchange.Drafts;

/// <summary>Ids of the dataset format, <c>[a-z0-9]+(-[a-z0-9]+)*</c>, from names.</summary>
public static class DraftIds
{
    /// <summary>Lower case, without accents, every run of other characters one hyphen; empty if nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(c);
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower)) slug.Append(lower);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
