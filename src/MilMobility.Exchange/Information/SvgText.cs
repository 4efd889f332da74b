using System.Security;
using System.Text.Json;
using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Information;

/// <summary>Text as XML takes it.</summary>
internal static class SvgText
{
    /// <summary>Escaped, without the control characters that XML 1.0 cannot hold (section 2.2).</summary>
    public static string Escape(string text) => SecurityElement.Escape(
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c >= 0xFFFE ? ' ' : c)));

    /// <summary>A marking as banners have it: <c>DEPARTMENTAL CONFIDENTIAL</c>.</summary>
    public static string Marking(ClassificationMarking marking) =>
        JsonNamingPolicy.KebabCaseUpper.ConvertName(marking.ToString()).Replace('-', ' ');
}
