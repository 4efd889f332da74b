using System.Globalization;
using System.Runtime.CompilerServices;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>
/// A message of the catalogue, written as its id with its values by name: <c>$"check.no-time{step.Duration:seconds}"</c>. Nothing is put
/// into words while the rule holds: a good plan of 40,000 steps would otherwise pay for some hundred thousand sentences that nobody reads.
/// </summary>
[InterpolatedStringHandler]
internal ref struct ViolationText
{
    private readonly List<(string Name, Phrase Value)>? _values;
    private string _id = "";

    public ViolationText(int literalLength, int formattedCount, bool holds, out bool appends)
    {
        appends = !holds;
        _values = holds ? null : new(formattedCount);
    }

    public ViolationText(int literalLength, int formattedCount) => _values = new(formattedCount);

    public void AppendLiteral(string value) => _id += value;

    /// <param name="value">A value; what is no word of the catalogue is written as it is.</param>
    /// <param name="format">Its name in the message.</param>
    public readonly void AppendFormatted<T>(T value, string format) => _values!.Add((format, InWords(value)));

    public readonly Sentence ToSentence() => Sentence.Of(_id, _values!);

    private static Phrase InWords<T>(T value) => value switch
    {
        Phrase phrase => phrase,
        Sentence sentence => sentence,
        TransportMode mode when Enum.IsDefined(mode) => Phrase.By(mode),
        double number => Phrase.Number(number, 1),
        null => Sentence.Of("check.none"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
