using MilMobility.Solvers.Pools;

namespace MilMobility.Solvers.Tests;

/// <summary>Models that several tests use.</summary>
internal static class Instances
{
    /// <summary>
    /// A market split: choose among 60 customers so that each of 6 products is split in half, deviations priced at 1.
    /// Any choice is a solution; proving the best one takes far longer than a test.
    /// </summary>
    /// <param name="hinted">Hint the solution that chooses nobody, so that there is one from the start.</param>
    public static PoolModel MarketSplit(bool hinted = false)
    {
        const int customers = 60;
        const int products = 6;
        var builder = new PoolModelBuilder();
        var variables = new int[customers + 2];
        for (var c = 0; c < customers; c++) variables[c] = builder.AddColumn(cost: 0);
        var state = 12345u;
        for (var p = 0; p < products; p++)
        {
            var demands = new long[customers + 2];
            for (var c = 0; c < customers; c++)
            {
                state = state * 1664525u + 1013904223u;
                demands[c] = (state >> 16) % 100;
            }

            var half = demands.Sum() / 2;
            variables[customers] = builder.AddSlack(width: 10_000, costPerUnit: 1);
            variables[customers + 1] = builder.AddSlack(width: 10_000, costPerUnit: 1);
            demands[customers] = 1;
            demands[customers + 1] = -1;
            builder.AddRow(half, half, variables, demands);
            if (!hinted) continue;
            builder.SetHint(variables[customers], half);
            builder.SetHint(variables[customers + 1], 0);
        }

        for (var c = 0; hinted && c < customers; c++) builder.SetHint(variables[c], 0);
        return builder.Build();
    }

    /// <summary>8 serials with 5 columns and an unmoved one each, and 12 cells that hold 1 to 3 units of what columns use.</summary>
    public static PoolModel RandomPool(int seed)
    {
        var random = new Random(seed);
        var builder = new PoolModelBuilder();
        var users = Enumerable.Range(0, 12).Select(_ => (Columns: new List<int>(), Amounts: new List<long>())).ToArray();
        for (var k = 0; k < 8; k++)
        {
            var choices = new int[6];
            for (var c = 0; c < 5; c++)
            {
                choices[c] = builder.AddColumn(cost: random.Next(10, 100));
                foreach (var (columns, amounts) in users)
                {
                    if (random.Next(3) != 0) continue;
                    columns.Add(choices[c]);
                    amounts.Add(random.Next(1, 3));
                }
            }

            choices[5] = builder.AddColumn(cost: 300);
            builder.AddExactlyOne(choices);
        }

        foreach (var (columns, amounts) in users) builder.AddAtMost(random.Next(1, 4), [.. columns], [.. amounts]);
        return builder.Build();
    }
}
