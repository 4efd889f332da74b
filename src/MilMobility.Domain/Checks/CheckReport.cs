using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Checks;

/// <summary>What the independent check of a plan found.</summary>
/// <param name="Violations">Every broken rule; empty means the plan holds.</param>
/// <param name="RulesChecked">How often each rule was tried, so that an empty check cannot pass for a good one.</param>
/// <param name="ObjectiveMicroEuros">Objective as the checker computes it.</param>
public sealed record CheckReport(
    IReadOnlyList<Violation> Violations, IReadOnlyDictionary<string, long> RulesChecked, long ObjectiveMicroEuros)
{
    public bool Holds => Violations.Count == 0;
}

/// <summary>One broken rule.</summary>
/// <param name="Rule">Name of the rule in MODEL.md, such as <c>separation</c>.</param>
/// <param name="Serials">Serial ids concerned.</param>
/// <param name="Subject">Link, node, transfer or pool concerned.</param>
/// <param name="FromSeconds">Start of the violation.</param>
/// <param name="ToSeconds">End of the violation.</param>
/// <param name="Message">Found and allowed, in words; moments are seconds since the start.</param>
public sealed record Violation(
    string Rule, IReadOnlyList<string> Serials, string Subject, int FromSeconds, int ToSeconds, Sentence Message);
