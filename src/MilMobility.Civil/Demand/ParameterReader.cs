using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Demand;

/// <summary>
/// Reads rows of <c>civil-parameters.csv</c> by name, with their qualities; collects what is missing or out of range (CIV001, CIV002).
/// Not thread-safe.
/// </summary>
public sealed class ParameterReader(NetworkDataset dataset, DiagnosticBag diagnostics)
{
    private readonly string _file = Path.Combine(dataset.Folder, "civil-parameters.csv");

    public NetworkDataset Dataset => dataset;

    /// <summary>Whether the dataset has it; for a parameter that switches something on.</summary>
    public bool Has(string name) => dataset.CivilParameters.ContainsKey(name);

    /// <summary>The value; the least allowed where it is missing or out of range, which is reported.</summary>
    public double Value(string name, double min, double max)
    {
        if (!dataset.CivilParameters.TryGetValue(name, out var value)) diagnostics.Error("CIV001", _file, 0, $"no parameter '{name}'");
        else if (!(value >= min && value <= max)) diagnostics.Error("CIV002", _file, 0, $"{name} = {value}; must be {min} to {max}");
        else return value;
        return min;
    }

    /// <summary>The row; without a file behind the dataset, an assumed value without a source.</summary>
    public ParameterRow Row(string name, double min, double max)
    {
        var value = Value(name, min, max);
        return dataset.CivilParameterRows.GetValueOrDefault(name) ?? new ParameterRow(name, value, "", "", "", "assumed");
    }

    /// <summary>Reports a table's missing row.</summary>
    public void Missing(string file, string message) => diagnostics.Error("CIV001", Path.Combine(dataset.Folder, file), 0, message);
}
