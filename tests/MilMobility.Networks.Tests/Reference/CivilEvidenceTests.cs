using System.Globalization;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>What the civil model assumes is a table, and each row of it says where it is from, of when and how good it is.</summary>
public sealed class CivilEvidenceTests
{
    [Theory]
    [InlineData("civil-parameters.csv", "name", "value")]
    [InlineData("values-of-time.csv", "category", "euro_per_h")]
    public void Every_row_has_a_value_a_unit_a_source_a_date_and_a_quality(string table, string key, string value)
    {
        var rows = CsvRows.Read(Path.Combine(ReferenceData.Network, table)).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(r => r[key]).Distinct().Count());
        Assert.All(rows, row =>
        {
            var name = row[key];
            Assert.True(double.TryParse(row[value], NumberStyles.Float, CultureInfo.InvariantCulture, out _), name);
            Assert.All(new[] { "unit", "source" }, column => Assert.True(row[column].Trim().Length > 0, $"{name}: {column}"));
            Assert.Matches("^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$", row["date"]);
            Assert.Contains(row["quality"], new[] { "measured", "derived", "assumed" });
            // What was not read in its source is no better than an assumption.
            if (row["source"].Contains("recalled", StringComparison.Ordinal)) Assert.True(row["quality"] == "assumed", name);
        });
    }
}
