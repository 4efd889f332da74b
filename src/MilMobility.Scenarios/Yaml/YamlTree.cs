using MilMobility.Domain.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MilMobility.Scenarios.Yaml;

/// <summary>
/// Reads one YAML document into <see cref="YamlItem"/>s by YamlDotNet's event parser: every value keeps its line, nesting is
/// bounded, and a syntax error becomes a diagnostic (SCN003) instead of an exception. Anchors, aliases and tags are refused: a
/// scenario needs none, and an alias can blow a small file up without bound.
/// </summary>
internal static class YamlTree
{
    /// <summary>Deepest nesting; the deepest scenario field is at level 4.</summary>
    public const int DepthMax = 12;

    /// <summary>The document's root, or null after a diagnostic.</summary>
    public static YamlItem? Read(string text, string file, DiagnosticBag bag)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                bag.Error("SCN003", file, 1, "the file is empty; must be a YAML mapping of scenario fields");
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = ReadItem(parser, 1);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<StreamEnd>(out _)) return root;
            throw At(parser.Current!, "a second document starts here; must be one document per file");
        }
        catch (YamlException e)
        {
            var line = (int)Math.Min(e.Start.Line, int.MaxValue);
            bag.Error("SCN003", file, line, $"YAML syntax at column {e.Start.Column}: {OneLine(e)}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner lets a few malformed texts, such as "{a: 1?:", through to these exceptions.
            var line = Math.Max(1, (int)(parser.Current?.End.Line ?? 1));
            bag.Error("SCN003", file, line, "YAML syntax, on this line or soon after it; must be a mapping of scenario fields");
            return null;
        }
    }

    private static YamlItem ReadItem(IParser parser, int depth)
    {
        var start = parser.Current ?? throw new YamlException("the document ends early");
        if (depth > DepthMax) throw At(start, $"nested {depth} levels deep; must be at most {DepthMax}");
        if (start is NodeEvent { Anchor.IsEmpty: false }) throw At(start, "anchors (&name) are not used in scenarios; write the value out");
        if (start is NodeEvent { Tag.IsEmpty: false } tagged && tagged.Tag.Value != "!")
            throw At(start, "tags (!type) are not used in scenarios; write the value plainly");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(Line(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlItem>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadItem(parser, depth + 1));
            return new YamlList(Line(list), items);
        }

        if (parser.TryConsume<MappingStart>(out var map)) return ReadMap(parser, map, depth);
        throw At(start, "aliases (*name) are not used in scenarios; write the value out");
    }

    private static YamlMap ReadMap(IParser parser, MappingStart map, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            if (ReadItem(parser, depth + 1) is not YamlScalar key) throw At(at, "a key must be a plain name");
            entries.Add(new YamlEntry(key.Text, key.Line, ReadItem(parser, depth + 1)));
        }

        return new YamlMap(Line(map), entries);
    }

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private static SemanticErrorException At(ParsingEvent e, string message) => new(e.Start, e.End, message);

    // YamlDotNet's own message repeats the place in front of what it says.
    private static string OneLine(YamlException e)
    {
        var message = e.Message.ReplaceLineEndings(" ");
        var colon = message.StartsWith("(Line", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return colon >= 0 ? message[(colon + 3)..] : message;
    }
}
