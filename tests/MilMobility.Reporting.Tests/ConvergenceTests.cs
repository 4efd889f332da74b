using System.Text;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Tables;

namespace MilMobility.Reporting.Tests;

/// <summary>A trace of four points: gaps of 50 %, 5 %, 1.5 % and 1.5 % again.</summary>
public sealed class ConvergenceTests
{
    private static readonly TracePoint[] Trace =
    [
        new(0.25, "first plan", 2_000_000, 1_000_000, 10), new(1, "columns", 2_000_000, 1_900_000, 20),
        new(2.5, "dive", 2_000_000, 1_970_000, 30), new(3, "done", 2_000_000, 1_970_000, 30),
    ];

    [Fact]
    public void The_milestones_are_the_first_points_within_each_proven_gap()
    {
        Assert.Equal(new ConvergenceMilestones(0.25, 1, 2.5, null), ConvergenceMilestones.Of(Trace));
        Assert.Equal(new ConvergenceMilestones(null, null, null, null), ConvergenceMilestones.Of([]));
    }

    [Fact]
    public void The_table_has_a_row_for_each_point_in_euros()
    {
        var lines = Encoding.UTF8.GetString(ConvergenceTable.ToBytes(Trace, ClassificationMarking.Internal)).TrimEnd().Split('\n');
        Assert.Equal("elapsed_s,work,stage,objective_eur,bound_eur,gap,marking", lines[0]);
        Assert.Equal("0.250,10,first plan,2.000000,1.000000,0.500000,INTERNAL", lines[1]);
        Assert.Equal(5, lines.Length);
    }
}
