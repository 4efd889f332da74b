using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests;

/// <summary>The embedded national dataset in a folder of its own, whose files a test may change; deleted on disposal.</summary>
internal sealed class NationalCopy : IDisposable
{
    public NationalCopy()
    {
        Root = Directory.CreateTempSubdirectory("milmob-national-").FullName;
        foreach (var file in Directory.EnumerateFiles(ReferenceData.Network))
            File.Copy(file, Path.Combine(Root, Path.GetFileName(file)));
    }

    public string Root { get; }

    /// <summary>The rows of a table as text, without the header.</summary>
    public static string[] Rows(string folder, string table) => File.ReadAllLines(Path.Combine(folder, table + ".csv"))[1..];

    /// <summary>Replaces the first occurrence of a text in a file.</summary>
    public void Replace(string fileName, string old, string replacement)
    {
        var path = Path.Combine(Root, fileName);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' must occur in {fileName}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    public void Append(string fileName, string row) => File.AppendAllText(Path.Combine(Root, fileName), row + "\n");

    public NetworkDataset Read() => Read(Root);

    public static NetworkDataset Read(string folder)
    {
        var loaded = DatasetReader.Read(folder, TestContext.Current.CancellationToken);
        return Assert.IsType<Valid<NetworkDataset>>(loaded).Value;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
