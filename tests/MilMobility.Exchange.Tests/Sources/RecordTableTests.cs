using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Sources;

namespace MilMobility.Exchange.Tests.Sources;

/// <summary>Tables of records that cannot be read end with a finding, never with an exception.</summary>
public sealed class RecordTableTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_header_with_a_field_beyond_every_limit_is_refused()
    {
        File.WriteAllText(_path, new string('a', (1 << 20) + 1) + ",b\n1,2\n");
        Assert.Null(RecordTable.Open(_path, ["b"], "TST001", _bag));
        Assert.Equal("TST001", Assert.Single(_bag.ToList()).Code);
    }

    [Fact]
    public void What_is_no_number_is_quoted_on_one_line()
    {
        File.WriteAllText(_path, "n\n\"1\r\n2\"\n");
        using var table = RecordTable.Open(_path, ["n"], "TST001", _bag);
        Assert.NotNull(table);
        Assert.True(table.Read());
        Assert.Equal(0, table.Integer("n"));
        Assert.DoesNotContain(Assert.Single(_bag.ToList()).Message, c => char.IsControl(c));
    }
}
