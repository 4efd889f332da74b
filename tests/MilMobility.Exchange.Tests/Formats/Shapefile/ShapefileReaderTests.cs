using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Shapefile;

namespace MilMobility.Exchange.Tests.Formats.Shapefile;

public sealed class ShapefileReaderTests : IDisposable
{
    private static readonly byte[][] Points = [ShapefileBytes.Point(1, 1, 2), ShapefileBytes.Null(), ShapefileBytes.Point(1, 3, 4)];

    private static readonly byte[] Ids = ShapefileBytes.Dbf([("ID", 'N', 4, 0)], [" ", "11"], [" ", "22"], [" ", "33"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("milmobility-shapefile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Shapes_and_attributes_go_in_step()
    {
        Write("shp", ShapefileBytes.Shp(1, Points));
        Write("shx", ShapefileBytes.Shx(1, Points));
        Write("dbf", Ids);
        var (records, found) = Read();
        Assert.Empty(found);
        Assert.Equal(["Point 11", "Null 22", "Point 33"], records);
    }

    [Fact]
    public void Shapes_alone_are_enough()
    {
        Write("shp", ShapefileBytes.Shp(1, Points));
        var (records, found) = Read();
        Assert.Empty(found);
        Assert.Equal(["Point -", "Null -", "Point -"], records);
    }

    [Fact]
    public void An_index_that_disagrees_is_a_warning()
    {
        Write("shp", ShapefileBytes.Shp(1, Points));
        Write("shx", ShapefileBytes.Shx(1, ShapefileBytes.Null(), ShapefileBytes.Null()));
        var (records, found) = Read();
        Assert.Equal(3, records.Count);
        Assert.All(found, d => Assert.Equal((ShapefileCodes.IndexMismatch, Severity.Warning), (d.Code, d.Severity)));
        // Record 1 has another length, 2 therefore another place, 3 is missing.
        Assert.Equal(3, found.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Another_number_of_attributes_is_an_error(int rows)
    {
        Write("shp", ShapefileBytes.Shp(1, Points));
        Write("dbf", ShapefileBytes.Dbf([("ID", 'N', 4, 0)], [.. Enumerable.Range(1, rows).Select(i => new[] { " ", $"{i}" })]));
        var (records, found) = Read();
        Assert.Equal(Math.Min(rows, 3), records.Count);
        Assert.Equal((ShapefileCodes.CountMismatch, Severity.Error), (Assert.Single(found).Code, found[0].Severity));
    }

    [Fact]
    public void A_missing_file_is_reported_by_its_path()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ShapefileReader.Open(Path.Combine(_folder, "absent.shp"), bag));
        Assert.Equal(ShapefileCodes.FileUnreadable, Assert.Single(bag.ToList()).Code);
    }

    private void Write(string extension, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, $"f.{extension}"), bytes);

    private (List<string> Records, IReadOnlyList<Diagnostic> Found) Read()
    {
        var bag = new DiagnosticBag();
        var records = new List<string>();
        using var reader = ShapefileReader.Open(Path.Combine(_folder, "f.shp"), bag);
        while (reader!.Read()) records.Add($"{reader.Shape.Type} {reader.Attributes?.Integer(0)?.ToString() ?? "-"}");
        return (records, bag.ToList());
    }
}
