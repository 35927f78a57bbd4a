using System.Globalization;

namespace Mimo.Types.Tests;

/// <summary>Parameters that a container supplies.</summary>
public sealed partial class ServiceTests
{
    [Fact]
    public async Task A_service_that_a_method_can_do_without_may_be_missing()
    {
        Assert.Equal("neither", (await Tools.Named("optional").InvokeAsync("{}"u8.ToArray())).Content);
        Assert.Equal("provider", (await Tools.Named("optional").InvokeAsync("{}"u8.ToArray(), new MimoToolContext(new Container(null)))).Content);
        Assert.Equal("both", (await Tools.Named("optional").InvokeAsync("{}"u8.ToArray(), new MimoToolContext(new Container(CultureInfo.InvariantCulture)))).Content);
    }

    [Fact]
    public async Task A_service_that_a_method_needs_is_an_error_where_it_is_missing()
    {
        MimoToolResult result = await Tools.Named("needed").InvokeAsync("{}"u8.ToArray());

        Assert.True(result.IsError);
        Assert.IsType<InvalidOperationException>(result.Exception);
    }

    [MimoTool]
    internal static string Optional([FromServices] IFormatProvider? format = null, IServiceProvider? services = null) =>
        services is null ? "neither" : format is null ? "provider" : "both";

    [MimoTool]
    internal static string Needed([FromServices] IFormatProvider format) => format.ToString()!;

    private sealed class Container(IFormatProvider? format) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IFormatProvider) ? format : null;
    }
}
