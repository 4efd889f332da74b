using System.Text;

namespace MilMobility.Cli.Output;

/// <summary>Writes a file whole or not at all: under a temporary name beside it, flushed, then renamed.</summary>
public static class AtomicFile
{
    /// <exception cref="IOException">The file cannot be written; what stood there still does.</exception>
    public static void Write(string path, Action<TextWriter> write) => Write(path, (Stream stream) =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    });

    /// <summary>Writes bytes; makes the folder where there is none yet.</summary>
    /// <exception cref="IOException">The file cannot be written; what stood there still does.</exception>
    public static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Write(path, (Stream stream) => stream.Write(bytes));
    }

    private static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
