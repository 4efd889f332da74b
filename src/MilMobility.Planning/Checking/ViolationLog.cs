using System.Runtime.CompilerServices;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Sentences;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Collects violations and counts how often each rule was tried. The first <see cref="ListedPerRuleMax"/> violations of a rule are
/// listed, further ones are counted in one closing line, so that a wholly broken plan stays readable. Not thread-safe.
/// </summary>
internal sealed class ViolationLog
{
    public const int ListedPerRuleMax = 50;

    /// <summary>Serials named in one violation at most.</summary>
    public const int SerialsNamedMax = 12;

    private readonly List<Violation> _listed = [];
    private readonly Dictionary<string, int> _found = [];
    private readonly Dictionary<string, long> _tried = CheckRule.All.ToDictionary(rule => rule, _ => 0L);

    public void Tried(string rule, long times = 1) => _tried[rule] += times;

    /// <summary>False once the rule's list is full, so that callers need not work out details that nobody reads.</summary>
    public bool Lists(string rule) => _found.GetValueOrDefault(rule) < ListedPerRuleMax;

    public void Add(
        string rule, IReadOnlyList<string> serials, string? subject, long fromSeconds, long toSeconds, ref ViolationText message) =>
        Add(rule, serials, subject, fromSeconds, toSeconds, message.ToSentence());

    public void Add(
        string rule, IReadOnlyList<string> serials, string? subject, long fromSeconds, long toSeconds, Sentence message)
    {
        var lists = Lists(rule);
        _found[rule] = _found.GetValueOrDefault(rule) + 1;
        if (!lists) return;
        _listed.Add(new Violation(
            rule, serials, subject ?? "(none)", Exact.Clamped(fromSeconds), Exact.Clamped(toSeconds), message));
    }

    /// <summary>Tries a rule once, and adds the violation if it does not hold; only then is the message put into words.</summary>
    public void Expect(
        bool holds, string rule, SerialTrace serial, string? subject, long fromSeconds, long toSeconds,
        [InterpolatedStringHandlerArgument(nameof(holds))] ref ViolationText message)
    {
        Tried(rule);
        if (!holds) Add(rule, [serial.Id], subject, fromSeconds, toSeconds, message.ToSentence());
    }

    public CheckReport ToReport(long objectiveMicroEuros)
    {
        var all = new List<Violation>(_listed);
        foreach (var (rule, found) in _found.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (found <= ListedPerRuleMax) continue;
            all.Add(new Violation(rule, [], "(more)", 0, 0, Sentence.Of("check.more", ("count", found - ListedPerRuleMax))));
        }

        return new CheckReport(all, _tried, objectiveMicroEuros);
    }
}
