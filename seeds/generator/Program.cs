using System.Text;
using MilMobility.Seeds;

// Writes the generated files of seeds/: dotnet run --project seeds/generator -- seeds
if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project seeds/generator -- FOLDER (the folder seeds of the repository)");
    return 2;
}

var readme = File.ReadAllText(Path.Combine(args[0], "README.md"));
foreach (var (name, text) in SeedFiles.All(readme))
{
    File.WriteAllText(Path.Combine(args[0], name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.Error.WriteLine($"wrote {name}, {text.Length} characters");
}

return 0;
