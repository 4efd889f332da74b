namespace MilMobility.Exchange.Export;

/// <summary>Writes a file whole or not at all: under a temporary name beside it, then renamed over what stood there.</summary>
internal static class AtomicOutput
{
    /// <param name="path">The file to make.</param>
    /// <param name="write">Makes the file of the name it is given, flushed to the disk, and leaves it closed.</param>
    /// <exception cref="IOException">The file cannot be written; what stood at <paramref name="path"/> still does.</exception>
    public static void Write(string path, Action<string> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        try
        {
            write(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(temporary + "-journal");
        }
    }

    /// <summary>The same for a stream.</summary>
    public static void WriteStream(string path, Action<Stream> write) => Write(path, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write);
        write(stream);
        stream.Flush(flushToDisk: true);
    });
}
