using MilMobility.Domain.Scenarios;
using NodaTime;

namespace MilMobility.Scenarios.Times;

/// <summary>
/// Turns stated moments into seconds since the scenario's start, by the time-zone database's Europe/Amsterdam. A local time that
/// does not exist (the hour skipped in spring) or exists twice (the hour repeated in autumn) is a problem, never a guess.
/// </summary>
internal sealed class ScenarioTimes
{
    /// <summary>Earliest and latest years accepted; beyond, the rules of summer time are guesses.</summary>
    public const int YearMin = 2000, YearMax = 2100;

    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private readonly Instant _start;

    private ScenarioTimes(Instant start) => _start = start;

    /// <summary>The start as an instant; relative forms are a problem here.</summary>
    public static (ScenarioTimes? Times, string Problem) StartingAt(TimeExpression start)
    {
        if (start is AfterStart or LocalDay) return (null, "is relative to itself; must be a date with a time");
        var (instant, problem) = Resolve(start, default);
        return instant is { } at ? (new ScenarioTimes(at), "") : (null, problem);
    }

    /// <summary>The start with its local offset.</summary>
    public DateTimeOffset Start => _start.InZone(Amsterdam).ToDateTimeOffset();

    public bool StartsOnTheHour => _start.ToUnixTimeSeconds() % 3600 == 0;

    /// <summary>Seconds since the start, or null with the problem.</summary>
    public (int? Seconds, string Problem) SecondsOf(TimeExpression time)
    {
        var (instant, problem) = Resolve(time, _start);
        if (instant is not { } at) return (null, problem);
        var seconds = (at - _start).TotalSeconds;
        return Math.Abs(seconds) <= int.MaxValue
            ? ((int)seconds, "")
            : (null, "is more than 60 years from the start; must be within the horizon");
    }

    /// <summary>The clock of the seconds from the start to the horizon.</summary>
    public LocalClock ClockUntil(int horizonSeconds)
    {
        var end = _start + Duration.FromSeconds(horizonSeconds);
        var offsets = Amsterdam.GetZoneIntervals(_start, end + Duration.FromSeconds(1))
            .Select(i => (From: i.HasStart && i.Start > _start ? (int)(i.Start - _start).TotalSeconds : 0, i.WallOffset.Seconds));
        return new LocalClock(Start, [.. offsets]);
    }

    private static (Instant? Instant, string Problem) Resolve(TimeExpression time, Instant start)
    {
        switch (time)
        {
            case AfterStart after: return (start + Duration.FromSeconds(after.Seconds), "");
            case OffsetMoment moment: return InYears(moment.Value);
            case LocalMoment local: return FromLocal(local.Value);
            case LocalDay day:
                var date = start.InZone(Amsterdam).Date.PlusDays(day.Days);
                return FromLocal(date.At(new LocalTime(day.Minute / 60, day.Minute % 60)));
            default: throw new InvalidOperationException($"no such time expression: {time.GetType().Name}");
        }
    }

    private static (Instant? Instant, string Problem) FromLocal(LocalDateTime local)
    {
        var mapping = Amsterdam.MapLocal(local);
        return mapping.Count switch
        {
            0 => (null, "does not exist in Europe/Amsterdam (the clock is put forward); must exist, or state its offset"),
            1 => InYears(mapping.Single().ToInstant()),
            _ => (null, "exists twice in Europe/Amsterdam (the clock is put back); must state its offset, +02:00 or +01:00"),
        };
    }

    private static (Instant? Instant, string Problem) InYears(Instant instant)
    {
        var year = instant.InZone(Amsterdam).Year;
        return year is >= YearMin and <= YearMax ? (instant, "") : (null, $"is in the year {year}; must be {YearMin} to {YearMax}");
    }
}
