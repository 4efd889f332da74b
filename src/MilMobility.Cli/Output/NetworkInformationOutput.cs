using MilMobility.Exchange.Information;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>What a dataset holds, as people read it.</summary>
internal static class NetworkInformationOutput
{
    public static void Write(NetworkInformation information)
    {
        var title = information.Title.Length > 0 ? $": {information.Title}" : "";
        Console.Out.WriteLine($"{Formats.Marking(information.Marking)}  {information.Name} {information.Version}{title}");
        WriteModes(information);
        WriteKinds(information);
        WriteQuality(information);
        WriteSources(information);
    }

    private static void WriteModes(NetworkInformation information)
    {
        var table = Make(["mode"], ["nodes", "links", "km", "parts", "nodes of the largest"]);
        foreach (var mode in information.Modes)
        {
            table.AddRow(
                Formats.Words(mode.Mode), Formats.Number(mode.Nodes), Formats.Number(mode.Links), Formats.Number(mode.LengthKm),
                Formats.Number(mode.Components), Formats.Number(mode.LargestComponentNodes));
        }

        Terminal.Out.Write(table);
        Console.Out.WriteLine($"All modes joined by transfers: {information.Components} part(s).");
    }

    private static void WriteKinds(NetworkInformation information)
    {
        var table = Make(["what", "kind"], ["count", "km"]);
        foreach (var mode in information.Modes)
        {
            var name = Formats.Words(mode.Mode);
            foreach (var kind in mode.NodeKinds) table.AddRow($"{name} nodes", kind.Kind, Formats.Number(kind.Count), "");
            foreach (var c in mode.LinkClasses)
                table.AddRow($"{name} links", c.Class, Formats.Number(c.Links), Formats.Number(c.LengthKm));
        }

        foreach (var kind in information.Facilities) table.AddRow("facilities", kind.Kind, Formats.Number(kind.Count), "");
        foreach (var kind in information.Transfers) table.AddRow("transfers", kind.Kind, Formats.Number(kind.Count), "");
        table.AddRow("civil profiles", "", Formats.Number(information.CivilProfiles), "");
        table.AddRow("corridors", "", Formats.Number(information.Corridors.Count), "");
        Terminal.Out.Write(table);
    }

    private static void WriteQuality(NetworkInformation information)
    {
        var table = Make(["table", "attribute"], ["values", "measured", "derived", "assumed"]);
        foreach (var attribute in information.Attributes)
        {
            string Share(int count) => count == 0 ? "" : Formats.Percent(count / (double)attribute.Values, 0);
            table.AddRow(
                attribute.Table, attribute.Column, Formats.Number(attribute.Values), Share(attribute.Measured),
                Share(attribute.Derived), Share(attribute.Assumed));
        }

        Terminal.Out.Write(table);
        Console.Out.WriteLine($"Attribute values: {Formats.Shares(information.QualityShares)}.");
    }

    private static void WriteSources(NetworkInformation information)
    {
        var table = Make(["source", "date", "licence", "title"], ["values"]);
        foreach (var source in information.Sources)
        {
            table.AddRow(
                Markup.Escape(source.Name), Markup.Escape(source.Date), Markup.Escape(source.License), Markup.Escape(source.Title),
                Formats.Number(source.Values));
        }

        Terminal.Out.Write(table);
        foreach (var license in information.Licenses) Console.Out.WriteLine($"Licence {license.Name}: {license.Title}");
    }

    private static Table Make(string[] left, string[] right)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in left) table.AddColumn(heading);
        foreach (var heading in right) table.AddColumn(new TableColumn(heading).RightAligned());
        return table;
    }
}
