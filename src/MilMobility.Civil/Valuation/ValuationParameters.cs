using System.Globalization;
using MilMobility.Civil.Demand;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Valuation;

/// <summary>
/// Values of time in euros of one year, purposes of travel by kind of day, and emission factors, from <c>values-of-time.csv</c> and
/// <c>civil-parameters.csv</c>. Where the dataset states a price year, values at an older level are brought to it by the consumer
/// price index of both years; without one they stay at their own level, which is said.
/// </summary>
public sealed record ValuationParameters
{
    /// <summary>Purposes, in the order of the shares.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["commute", "business", "other"];

    private static readonly (DayTypes Day, string Name)[] Days =
        [(DayTypes.Weekday, "weekday"), (DayTypes.Saturday, "saturday"), (DayTypes.Sunday, "sunday")];

    /// <summary>By category, in euros of <see cref="PriceLevel"/>.</summary>
    public required IReadOnlyDictionary<string, HourValue> Values { get; init; }

    /// <summary>Persons in a car.</summary>
    public required ParameterRow Occupancy { get; init; }

    /// <summary>Shares of <see cref="Purposes"/> in the hours of people in cars, by kind of day.</summary>
    public required IReadOnlyDictionary<DayTypes, IReadOnlyList<double>> CarPurposes { get; init; }

    /// <summary>The same for passengers of trains.</summary>
    public required IReadOnlyDictionary<DayTypes, IReadOnlyList<double>> TrainPurposes { get; init; }

    /// <summary>Emission factors by name, <c>carbon.*</c>.</summary>
    public required IReadOnlyDictionary<string, ParameterRow> Carbon { get; init; }

    /// <summary>Year of the euros and how they came to it, for readers.</summary>
    public required string PriceLevel { get; init; }

    /// <summary>Reads what the valuation needs; reports what is missing (CIV001) or out of range (CIV002).</summary>
    public static ValuationParameters From(ParameterReader reader)
    {
        string[] needed =
        [
            .. Purposes.Select(p => $"car-{p}"), .. Purposes.Select(p => $"train-passenger-{p}"), "road-freight", "freight-train", "barge",
        ];
        var rows = reader.Dataset.ValuesOfTime;
        foreach (var category in needed.Where(c => rows.All(r => r.Category != c)))
        {
            reader.Missing("values-of-time.csv",
                $"no value of time for '{category}'; categories found: {string.Join(", ", rows.Select(r => r.Category).Order())}");
        }

        var (factors, level) = Prices(reader, rows);
        return new ValuationParameters
        {
            Values = rows.ToDictionary(r => r.Category, r => HourValue.Of(r, factors[r.PriceLevel]), StringComparer.Ordinal),
            Occupancy = reader.Row("road.car.occupancy", 1, 5),
            CarPurposes = Shares(reader, "road.purpose"),
            TrainPurposes = Shares(reader, "rail.purpose"),
            Carbon = CarbonRules.Factors.ToDictionary(f => f, f => reader.Row(f, 0, 10_000), StringComparer.Ordinal),
            PriceLevel = level,
        };
    }

    private static (Dictionary<string, double> Factors, string Level) Prices(ParameterReader reader, IReadOnlyList<ValueOfTime> rows)
    {
        var levels = rows.Select(r => r.PriceLevel).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!reader.Has("price.level.year"))
        {
            return (levels.ToDictionary(l => l, _ => 1.0, StringComparer.Ordinal),
                $"{string.Join(" and ", levels)}, as published: the dataset states no price year");
        }

        var year = reader.Value("price.level.year", 1900, 2200).ToString("0", CultureInfo.InvariantCulture);
        var to = reader.Value($"price.cpi.{year}", 1e-6, 1e6);
        var factors = levels.ToDictionary(
            l => l, l => l == year ? 1 : to / reader.Value($"price.cpi.{l}", 1e-6, 1e6), StringComparer.Ordinal);
        var how = factors.Where(f => f.Key != year)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"euros of {f.Key} times {f.Value:0.0000}"));
        return (factors, $"{year}; {string.Join(", ", how)} (consumer price index)");
    }

    private static Dictionary<DayTypes, IReadOnlyList<double>> Shares(ParameterReader reader, string prefix) => Days.ToDictionary(
        d => d.Day,
        IReadOnlyList<double> (d) =>
        {
            var commute = reader.Value($"{prefix}.{d.Name}.commute", 0, 1);
            var business = reader.Value($"{prefix}.{d.Name}.business", 0, 1 - commute);
            return [commute, business, 1 - commute - business];
        });
}

/// <summary>Euros per hour at the valuation's price level.</summary>
/// <param name="Low">Low value.</param>
/// <param name="Central">Central value.</param>
/// <param name="High">High value.</param>
/// <param name="Quality">Of the central value.</param>
public sealed record HourValue(double Low, double Central, double High, string Quality)
{
    private const double MicroEurosPerEuro = 1e6;

    public static HourValue Of(ValueOfTime row, double factor) => new(
        factor * (double)row.EurosPerHourLow, factor * (double)row.EurosPerHour, factor * (double)row.EurosPerHourHigh, row.Quality);

    /// <summary>What a number of hours is worth; hours gained have their low worth at the high value.</summary>
    public EuroSpread Of(HourSpread hours) => new(
        Math.Min(Micro(hours.Low * Low), Micro(hours.Low * High)), Micro(hours.Central * Central),
        Math.Max(Micro(hours.High * Low), Micro(hours.High * High)));

    private static long Micro(double euros) => (long)Math.Round(euros * MicroEurosPerEuro, MidpointRounding.AwayFromZero);
}

/// <summary>A number of hours, with the least and the most that it may be.</summary>
public readonly record struct HourSpread(double Low, double Central, double High)
{
    /// <summary>A number that only the worth of an hour spreads.</summary>
    public static implicit operator HourSpread(double hours) => new(hours, hours, hours);

    public static HourSpread operator *(HourSpread hours, double factor) =>
        factor < 0 ? new(hours.High * factor, hours.Central * factor, hours.Low * factor)
            : new(hours.Low * factor, hours.Central * factor, hours.High * factor);

    /// <summary>A number for which another account gives another one.</summary>
    public static HourSpread Between(double central, double other) => new(Math.Min(central, other), central, Math.Max(central, other));
}
