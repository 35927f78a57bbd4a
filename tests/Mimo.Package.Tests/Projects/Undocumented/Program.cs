using System.ComponentModel.DataAnnotations;
using System.Text;
using Mimo;

MimoTool tool = Parcels.Tools[0];
Console.WriteLine(tool.Description);
Console.WriteLine(Encoding.UTF8.GetString(tool.ParametersSchema.Span));
try
{
    using var client = new MimoClient(new MimoClientOptions { ApiKey = "none" });
    Console.WriteLine("a handler");
}
catch (MimoException exception)
{
    Console.WriteLine(exception.Message);
}

var handler = new BusyMimo();
try
{
    using var client = new MimoClient(new MimoClientOptions { ApiKey = "none", HttpHandler = handler, Retry = new MimoRetryOptions { MaxRetries = 2, BaseDelay = TimeSpan.Zero } });
    await client.SendAsync(new MimoRequest { Messages = [MimoMessage.User("Anyone?")] });
}
catch (MimoApiException)
{
    Console.WriteLine($"tries: {handler.Tries}");
}

/// <summary>A server that is always busy.</summary>
internal sealed class BusyMimo : HttpMessageHandler
{
    public int Tries { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tries++;
        return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable) { Content = new StringContent("{}") });
    }
}

public static partial class Parcels
{
    /// <summary>Sends a parcel.</summary>
    /// <param name="parcel">What to send.</param>
    /// <param name="copies">How often.</param>
    [MimoTool(Effect = ToolEffect.Destructive)]
    public static void Send(Parcel parcel, [Range(1, 9)] int copies)
    {
    }
}

/// <summary>A parcel.</summary>
/// <param name="Address">Where it goes.</param>
public sealed record Parcel(string Address)
{
    /// <summary>How fast.</summary>
    public Speed Speed { get; init; }
}

public enum Speed
{
    /// <summary>In a week.</summary>
    Slow,

    /// <summary>Tomorrow.</summary>
    Fast,
}
