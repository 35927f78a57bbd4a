using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mimo.Testing;

namespace Mimo.Generators.Tests.Languages;

/// <summary>Calls every method of a prompt interface, and writes down what is sent and what comes back.</summary>
internal static class PromptLog
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static async Task<List<string>> RunAsync(Type prompts)
    {
        var log = new List<string>();
        foreach (MethodInfo method in prompts.GetMethods().Where(static method => method is { IsStatic: false, IsAbstract: true }).OrderBy(static method => method.ToString(), StringComparer.Ordinal))
        {
            var fake = new FakeMimo(static _ => MimoTurn.Unscripted);
            object prompt = Create(prompts, fake);
            string result;
            try
            {
                object?[] arguments = method.GetParameters().Select(static parameter => Argument(parameter)).ToArray();
                result = await DescribeAsync(method.Invoke(prompt, arguments)!);
            }
            catch (Exception exception) when (exception is MimoException or TargetInvocationException)
            {
                result = (exception.InnerException ?? exception).ToString();
            }

            log.Add($"{method.Name}: {WithoutMarkers(result)}");
            log.AddRange(fake.Requests.SelectMany(Bytes));
        }

        return log;
    }

    private static object Create(Type prompts, IMimoClient client)
    {
        MethodInfo create = prompts.GetMethod("Create")!;
        return create.Invoke(null, create.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(IMimoClient) ? client
            : parameter.ParameterType == typeof(IServiceProvider) ? null
            : Activator.CreateInstance(parameter.ParameterType)).ToArray())!;
    }

    private static IEnumerable<string> Bytes(MimoRequest request) => new[] { MimoFormat.OpenAI, MimoFormat.Anthropic }.Select(format =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        request.WriteTo(bytes, format);
        return WithoutMarkers(Encoding.UTF8.GetString(bytes.WrittenSpan));
    });

    /// <summary>The one thing that is new for each request.</summary>
    private static string WithoutMarkers(string text) => Regex.Replace(text, "untrusted-[0-9A-Za-z]+", "untrusted-1");

    private static object? Argument(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue && parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(CancellationToken))
        {
            return Type.Missing;
        }

        return Value(parameter.ParameterType, parameter.Name!, depth: 0);
    }

    /// <summary>A value of any type that the prompts take.</summary>
    private static object? Value(Type type, string name, int depth)
    {
        Type present = Nullable.GetUnderlyingType(type) ?? type;
        if (present == typeof(string))
        {
            return $"\"{name}\" {{x}} ```é😀\n</untrusted-1>";
        }

        if (present == typeof(MimoImage))
        {
            return MimoImage.FromBytes(Picture);
        }

        if (present == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (present == typeof(MimoTranscript))
        {
            return new MimoTranscript([MimoMessage.User("before"), MimoMessage.Assistant("then")]);
        }

        if (present == typeof(MimoCallOptions))
        {
            return new MimoCallOptions { TopP = 0.75 };
        }

        if (present == typeof(MimoToolSet) || present == typeof(IMimoToolSource))
        {
            return null;
        }

        if (present.IsEnum)
        {
            return Enum.GetValues(present).GetValue(1);
        }

        if (present == typeof(DateOnly))
        {
            return new DateOnly(2026, 3, 20);
        }

        if (present == typeof(TimeOnly))
        {
            return new TimeOnly(12, 30);
        }

        if (present.IsPrimitive || present == typeof(decimal))
        {
            return Convert.ChangeType(3, present, CultureInfo.InvariantCulture);
        }

        if (present.IsArray || present.IsInterface)
        {
            Type item = present.GetElementType() ?? present.GenericTypeArguments[0];
            Array items = Array.CreateInstance(item, 2);
            items.SetValue(Value(item, "first", depth + 1), 0);
            items.SetValue(Value(item, "second", depth + 1), 1);
            return items;
        }

        if (depth > 3)
        {
            return null;
        }

        present = present.IsAbstract ? present.Assembly.GetTypes().First(type => type.IsSubclassOf(present)) : present;
        ConstructorInfo constructor = present.GetConstructors().MaxBy(static constructor => constructor.GetParameters().Length)!;
        return constructor.Invoke(constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, depth + 1)).ToArray());
    }

    private static async Task<string> DescribeAsync(object returned)
    {
        switch (returned)
        {
            case MimoRequest request:
                return string.Concat(Bytes(request));
            case ValueTask done:
                await done;
                return "done";
            case Task { } task:
                await task;
                return task.GetType().GetProperty("Result") is { } property && property.PropertyType.Name != "VoidTaskResult" ? Describe(property.GetValue(task)) : "done";
        }

        Type? stream = returned.GetType().GetInterfaces().FirstOrDefault(static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return stream is null
            ? await DescribeAsync(returned.GetType().GetMethod("AsTask")!.Invoke(returned, null)!)
            : await (Task<string>)typeof(PromptLog).GetMethod(nameof(DescribeItemsAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(stream.GenericTypeArguments).Invoke(null, [returned])!;
    }

    private static async Task<string> DescribeItemsAsync<T>(IAsyncEnumerable<T> items)
    {
        var text = new StringBuilder();
        await foreach (T item in items)
        {
            text.Append(item is MimoUpdate update ? update.GetType().Name : Describe(item)).Append('\n');
        }

        return text.ToString();
    }

    private static string Describe(object? value) => value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(MimoResult<>)
        ? Describe(type.GetProperty("Value")!.GetValue(value))
        : JsonSerializer.Serialize(value);
}
