using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>
/// Fills every property of a record, and of all that it holds, with values that occur nowhere else, by reflection: a property is
/// covered on the day it is added. Empty lists and nulls get an element. One text stays one text wherever it stands, so that ids
/// still refer to what they name; it then belongs to all the properties it stands in. Words that the program switches on stay.
/// </summary>
internal sealed class Canaries
{
    /// <summary>Words that code compares with, and keys by which figures find their metric.</summary>
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "manager", "region", "hour", "site", "lock", "port", "border", "assumed", "measured", "derived", "0002", "2", "Road",
        "Gelderland", "Limburg", "Utrecht", "road.vehicle-hours-lost", "rail.train-minutes-lost", "notional",
    };

    private readonly Dictionary<string, string> _canaryOf = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Properties, as <c>Type.Property</c>, in which a canary text stands.</summary>
    public Dictionary<string, HashSet<string>> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties in which a canary number stands, by its first digits.</summary>
    public Dictionary<string, HashSet<string>> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties in which a word stands that code compares with.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    public T Plant<T>(T value)
        where T : notnull => (T)Value(value, typeof(T), typeof(T).Name)!;

    private object? Value(object? value, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Text((string?)value ?? "", path);
        if (type == typeof(Sentence)) return Sentence.AsIs(Text(((Sentence?)value)?.Text ?? "", path));
        if (type == typeof(bool) || type.IsEnum) return value ?? Activator.CreateInstance(type);
        if (type == typeof(int)) return Whole((int?)value ?? 0, path);
        if (type == typeof(long)) return Seen(4_000_000_000_000 + (_next++ * 7_919_000_123), path);
        if (type == typeof(double)) return Seen(700_000.37 + (_next++ * 1013), path);
        if (type == typeof(decimal)) return (decimal)Seen(700_000.37 + (_next++ * 1013), path);
        if (type == typeof(byte)) return value ?? (byte)0;
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2041, 3, 7, 0, 0, 0, TimeSpan.Zero).AddDays(_next++ % 60);
        if (type == typeof(LocalClock)) return value;
        if (Dictionary(type) is { } entry) return Map(value, entry, path);
        if (ListItem(type) is { } item) return List(value, item, path);
        return Record(value, type);
    }

    private object Record(object? value, Type type)
    {
        var actual = value?.GetType() ?? type;
        if (actual.Namespace?.StartsWith("MilMobility.", StringComparison.Ordinal) != true || actual.IsAbstract)
            throw new InvalidOperationException($"teach this test to plant in {actual}");
        var copy = RuntimeHelpers.GetUninitializedObject(actual);
        foreach (var property in Properties(actual))
        {
            var old = value is null ? null : property.GetValue(value);
            property.SetValue(copy, Value(old, property.PropertyType, $"{property.DeclaringType!.Name}.{property.Name}"));
        }

        return copy;
    }

    /// <summary>What a record holds: its settable properties, derived ones left out.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0);

    private IList List(object? value, Type item, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var element in (IEnumerable?)value ?? Array.Empty<object>()) list.Add(Value(element, item, path));
        // An abstract element has no value of its own to make; its lists are never empty here.
        if (list.Count == 0) list.Add(Value(null, item, path));
        return list;
    }

    private IDictionary Map(object? value, Type entry, string path)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), entry))!;
        foreach (var element in (IEnumerable?)value ?? Array.Empty<object>())
        {
            var key = (string)element.GetType().GetProperty("Key")!.GetValue(element)!;
            map[Text(key, path)] = Value(element.GetType().GetProperty("Value")!.GetValue(element), entry, path);
        }

        if (map.Count == 0) map[Text("", path)] = Value(null, entry, path);
        return map;
    }

    private string Text(string value, string path)
    {
        if (s_kept.Contains(value))
        {
            Kept.Add(path);
            return value;
        }

        var key = value.Length == 0 ? path : value;
        if (!_canaryOf.TryGetValue(key, out var canary)) _canaryOf[key] = canary = $"Zq{_next++:x4}kw";
        Texts.TryAdd(canary, []);
        Texts[canary].Add(path);
        return canary;
    }

    /// <summary>
    /// Times stay in order and hours stay hours of the period; other whole numbers get seven digits, the last a 3, so that none is what
    /// another becomes when it is raised to a step.
    /// </summary>
    private int Whole(int value, string path)
    {
        if (path.EndsWith("Hour", StringComparison.Ordinal)) return value;
        if (!path.EndsWith("Seconds", StringComparison.Ordinal)) return (int)Seen(1_300_003 + (_next++ * 20), path);
        return (int)Seen(100_003 + (7L * value), path);
    }

    private long Seen(long value, string path)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        Remember(digits[..Math.Min(7, digits.Length)], path);
        return value;
    }

    private double Seen(double value, string path)
    {
        Remember(((long)value).ToString(CultureInfo.InvariantCulture), path);
        return value;
    }

    private void Remember(string digits, string path)
    {
        Numbers.TryAdd(digits, []);
        Numbers[digits].Add(path);
    }

    private static Type? ListItem(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static Type? Dictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;
}
