using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

/// <summary>Whatever stands in a table, reading ends soon, in bounded memory, with a diagnostic.</summary>
public sealed class GarbageTests
{
    private const int GarbageBytes = 20 * 1024 * 1024;
    private const long AllocatedBytesMax = 64 * 1024 * 1024;

    [Theory]
    [InlineData("no line ends", "NET008")]
    [InlineData("only commas", "NET008")]
    [InlineData("one open quote", "NET008")]
    [InlineData("bad rows", "NET009")]
    [InlineData("binary", "NET007")]
    public void Twenty_megabytes_of_garbage_are_refused_in_bounded_memory(string kind, string code)
    {
        using var folder = new DatasetFolder();
        Append(folder.PathOf("road-nodes"), kind);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = folder.Read();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var invalid = Assert.IsType<Invalid<NetworkDataset>>(outcome);
        Assert.Contains(invalid.Diagnostics, d => d.Code == code && d.File == folder.PathOf("road-nodes"));
        Assert.True(invalid.Diagnostics.Count < 20, $"{invalid.Diagnostics.Count} diagnostics");
        Assert.True(allocated < AllocatedBytesMax, $"{allocated} bytes allocated");
    }

    private static void Append(string path, string kind)
    {
        var block = kind switch
        {
            "no line ends" => new string('x', 4096),
            "only commas" => new string(',', 4096),
            "one open quote" => "\"" + new string('x', 100) + "\n",
            "bad rows" => "road-a,A,nothing,x,y,,,,\n",
            _ => "",
        };
        using var stream = new FileStream(path, FileMode.Append);
        var bytes = Encoding.UTF8.GetBytes(block);
        if (kind == "binary")
        {
            bytes = new byte[4096];
            new Random(7).NextBytes(bytes);
        }
        else if (kind == "one open quote")
        {
            stream.Write(bytes);
            bytes = Encoding.UTF8.GetBytes(new string('x', 100) + "\n");
        }

        while (stream.Length < GarbageBytes) stream.Write(bytes);
    }
}
