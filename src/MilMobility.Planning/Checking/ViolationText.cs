using System.Runtime.CompilerServices;

namespace MilMobility.Planning.Checking;

/// <summary>
/// An interpolated message that formats nothing while the rule holds: a good plan of 40,000 steps would otherwise pay for some
/// hundred thousand sentences that nobody reads.
/// </summary>
[InterpolatedStringHandler]
internal ref struct ViolationText
{
    private DefaultInterpolatedStringHandler _text;

    public ViolationText(int literalLength, int formattedCount, bool holds, out bool appends)
    {
        appends = !holds;
        _text = holds ? default : new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public override string ToString() => _text.ToStringAndClear();
}
