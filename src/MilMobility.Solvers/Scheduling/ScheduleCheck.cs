namespace MilMobility.Solvers.Scheduling;

/// <summary>Recomputes a schedule's rules and cost from the model. O(n log n) per resource; thread-safe.</summary>
internal static class ScheduleCheck
{
    /// <summary>The first rule broken, such as <c>intervals 3 and 5 overlap</c>; null when none is.</summary>
    public static string? FirstViolation(SchedulingModel model, Schedule schedule) =>
        IntervalViolation(model, schedule)
        ?? ChoiceViolation(model, schedule)
        ?? PrecedenceViolation(model, schedule)
        ?? NoOverlapViolation(model, schedule)
        ?? CumulativeViolation(model, schedule);

    public static long ObjectiveOf(SchedulingModel model, Schedule schedule)
    {
        long objective = 0;
        long makespan = 0;
        for (var i = 0; i < model.Intervals.Length; i++)
        {
            if (!schedule.IsPresent[i]) continue;
            objective = checked(objective + model.Intervals[i].PresenceCost);
            makespan = Math.Max(makespan, EndOf(model, schedule, i));
        }

        foreach (var cost in model.LatenessCosts)
        {
            if (!schedule.IsPresent[cost.Interval]) continue;
            var lateness = Math.Max(0, EndOf(model, schedule, cost.Interval) - cost.Due);
            objective = checked(objective + checked(cost.CostPerSecond * lateness));
        }

        return checked(objective + checked(model.MakespanCost * makespan));
    }

    private static long EndOf(SchedulingModel model, Schedule schedule, int interval) =>
        schedule.Starts[interval] + model.Intervals[interval].Duration;

    private static string? IntervalViolation(SchedulingModel model, Schedule schedule)
    {
        for (var i = 0; i < model.Intervals.Length; i++)
        {
            var interval = model.Intervals[i];
            if (!schedule.IsPresent[i])
            {
                if (!interval.IsOptional) return $"interval {i} is absent and not optional";
                continue;
            }

            if (schedule.Starts[i] < interval.StartMin || schedule.Starts[i] > interval.StartMax)
                return $"interval {i} starts at {schedule.Starts[i]}; must be {interval.StartMin} to {interval.StartMax}";
        }

        return null;
    }

    private static string? ChoiceViolation(SchedulingModel model, Schedule schedule)
    {
        for (var c = 0; c < model.Choices.Length; c++)
        {
            var present = model.Choices[c].Count(i => schedule.IsPresent[i]);
            if (present != 1) return $"choice {c} has {present} intervals present; must be 1";
        }

        return null;
    }

    private static string? PrecedenceViolation(SchedulingModel model, Schedule schedule)
    {
        foreach (var (before, after, lag) in model.Precedences)
        {
            if (!schedule.IsPresent[before] || !schedule.IsPresent[after]) continue;
            var earliest = EndOf(model, schedule, before) + lag;
            if (schedule.Starts[after] < earliest)
                return $"interval {after} starts at {schedule.Starts[after]}; must be at least {earliest}, after {before}";
        }

        return null;
    }

    private static string? NoOverlapViolation(SchedulingModel model, Schedule schedule)
    {
        foreach (var group in model.NoOverlaps)
        {
            var present = group.Where(i => schedule.IsPresent[i]).OrderBy(i => schedule.Starts[i]).ToArray();
            for (var k = 1; k < present.Length; k++)
            {
                if (schedule.Starts[present[k]] < EndOf(model, schedule, present[k - 1]))
                    return $"intervals {present[k - 1]} and {present[k]} overlap";
            }
        }

        return null;
    }

    private static string? CumulativeViolation(SchedulingModel model, Schedule schedule)
    {
        foreach (var resource in model.Cumulatives)
        {
            var changes = new List<(long Time, long Change)>();
            for (var k = 0; k < resource.Intervals.Length; k++)
            {
                var interval = resource.Intervals[k];
                if (!schedule.IsPresent[interval]) continue;
                changes.Add((schedule.Starts[interval], resource.Demands[k]));
                changes.Add((EndOf(model, schedule, interval), -resource.Demands[k]));
            }

            // At one moment, ends come before starts.
            changes.Sort();
            long level = 0;
            foreach (var (time, change) in changes)
            {
                level += change;
                if (level > resource.Capacity) return $"demand {level} at {time}; must be at most {resource.Capacity}";
            }
        }

        return null;
    }
}
