using Google.OrTools.Sat;

namespace MilMobility.Solvers.Scheduling;

/// <summary>
/// A <see cref="SchedulingModel"/> as CP-SAT sees it. Constraint i is interval i; variable <c>_start[i]</c> its start and
/// <c>_present[i]</c> its presence literal (-1 when it is always present). Lateness and makespan are variables bounded from
/// below by the ends, which their cost pulls tight.
/// </summary>
internal sealed class SchedulingEncoding
{
    private const int AlwaysPresent = -1;

    private readonly SchedulingModel _model;
    private readonly int[] _start;
    private readonly int[] _present;

    public SchedulingEncoding(SchedulingModel model)
    {
        _model = model;
        _start = new int[model.Intervals.Length];
        _present = new int[model.Intervals.Length];
        Proto = new CpModelProto { Objective = new CpObjectiveProto() };
        for (var i = 0; i < model.Intervals.Length; i++) EncodeInterval(i);
        EncodeChoices();
        EncodePrecedences();
        EncodeResources();
        EncodeLateness();
        EncodeMakespan();
        EncodeHints();
    }

    public CpModelProto Proto { get; }

    public Schedule Decode(long[] values) => new(
        Array.ConvertAll(_start, variable => values[variable]),
        Array.ConvertAll(_present, variable => variable == AlwaysPresent || values[variable] == 1));

    private int AddVariable(long lower, long upper, long cost)
    {
        var variable = Proto.Variables.Count;
        Proto.Variables.Add(new IntegerVariableProto { Domain = { lower, upper } });
        if (cost == 0) return variable;
        Proto.Objective.Vars.Add(variable);
        Proto.Objective.Coeffs.Add(cost);
        return variable;
    }

    private void EncodeInterval(int i)
    {
        var interval = _model.Intervals[i];
        _start[i] = AddVariable(interval.StartMin, interval.StartMax, cost: 0);
        _present[i] = interval.IsOptional ? AddVariable(0, 1, interval.PresenceCost) : AlwaysPresent;
        var constraint = new ConstraintProto
        {
            Interval = new IntervalConstraintProto
            {
                Start = new LinearExpressionProto { Vars = { _start[i] }, Coeffs = { 1 } },
                Size = new LinearExpressionProto { Offset = interval.Duration },
                End = new LinearExpressionProto { Vars = { _start[i] }, Coeffs = { 1 }, Offset = interval.Duration },
            },
        };
        Proto.Constraints.Add(WhilePresent(constraint, i));
    }

    private ConstraintProto WhilePresent(ConstraintProto constraint, params ReadOnlySpan<int> intervals)
    {
        foreach (var i in intervals)
        {
            if (_present[i] != AlwaysPresent) constraint.EnforcementLiteral.Add(_present[i]);
        }

        return constraint;
    }

    private static ConstraintProto AtLeast(long lower, int plus, int minus) => new()
    {
        Linear = new LinearConstraintProto
        {
            Vars = { plus, minus },
            Coeffs = { 1, -1 },
            Domain = { lower, long.MaxValue },
        },
    };

    private void EncodeChoices()
    {
        foreach (var choice in _model.Choices)
        {
            var one = new BoolArgumentProto();
            foreach (var i in choice) one.Literals.Add(_present[i]);
            Proto.Constraints.Add(new ConstraintProto { ExactlyOne = one });
        }
    }

    private void EncodePrecedences()
    {
        foreach (var (before, after, lag) in _model.Precedences)
        {
            var gap = _model.Intervals[before].Duration + lag;
            Proto.Constraints.Add(WhilePresent(AtLeast(gap, _start[after], _start[before]), before, after));
        }
    }

    private void EncodeResources()
    {
        foreach (var group in _model.NoOverlaps)
        {
            var noOverlap = new NoOverlapConstraintProto();
            noOverlap.Intervals.AddRange(group);
            Proto.Constraints.Add(new ConstraintProto { NoOverlap = noOverlap });
        }

        foreach (var resource in _model.Cumulatives)
        {
            var cumulative = new CumulativeConstraintProto
            {
                Capacity = new LinearExpressionProto { Offset = resource.Capacity },
            };
            cumulative.Intervals.AddRange(resource.Intervals);
            foreach (var demand in resource.Demands) cumulative.Demands.Add(new LinearExpressionProto { Offset = demand });
            Proto.Constraints.Add(new ConstraintProto { Cumulative = cumulative });
        }
    }

    private void EncodeLateness()
    {
        foreach (var (i, due, costPerSecond) in _model.LatenessCosts)
        {
            var interval = _model.Intervals[i];
            var latest = Math.Max(0, interval.StartMax + interval.Duration - due);
            var late = AddVariable(0, latest, costPerSecond);
            Proto.Constraints.Add(WhilePresent(AtLeast(interval.Duration - due, late, _start[i]), i));
        }
    }

    private void EncodeMakespan()
    {
        if (_model.MakespanCost == 0 || _model.Intervals.Length == 0) return;
        var latest = Math.Max(0, _model.Intervals.Max(i => i.StartMax + i.Duration));
        var makespan = AddVariable(0, latest, _model.MakespanCost);
        for (var i = 0; i < _model.Intervals.Length; i++)
            Proto.Constraints.Add(WhilePresent(AtLeast(_model.Intervals[i].Duration, makespan, _start[i]), i));
    }

    private void EncodeHints()
    {
        var hint = new PartialVariableAssignment();
        for (var i = 0; i < _model.Hints.Length; i++)
        {
            if (_model.Hints[i] is not { } known) continue;
            hint.Vars.Add(_start[i]);
            hint.Values.Add(known.Start);
            if (_present[i] == AlwaysPresent) continue;
            hint.Vars.Add(_present[i]);
            hint.Values.Add(known.IsPresent ? 1 : 0);
        }

        if (hint.Vars.Count > 0) Proto.SolutionHint = hint;
    }
}
