namespace Mimo;

/// <summary>
/// What surrounds one tool call. A tool method may take it as a parameter; the model never sees it. Instances are immutable.
/// </summary>
public sealed class MimoToolContext
{
    private readonly Action<object?>? _progress;

    /// <summary>Creates a context.</summary>
    /// <param name="services">Supplies <see cref="FromServicesAttribute"/> parameters; null if the caller has no container.</param>
    /// <param name="callId">The model's id of the call; null outside a tool loop.</param>
    /// <param name="messages">The conversation up to and including the turn with this call; null outside a tool loop.</param>
    /// <param name="progress">Hears what the tool reports through an <see cref="IProgress{T}"/> parameter; null to drop it.</param>
    public MimoToolContext(
        IServiceProvider? services = null,
        string? callId = null,
        IReadOnlyList<MimoMessage>? messages = null,
        Action<object?>? progress = null)
    {
        Services = services;
        CallId = callId;
        Messages = messages ?? [];
        _progress = progress;
    }

    /// <summary>The context of a call that has none.</summary>
    public static MimoToolContext Empty { get; } = new();

    /// <summary>Supplies <see cref="FromServicesAttribute"/> parameters; null if the caller has no container.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>The model's id of the call; null outside a tool loop.</summary>
    public string? CallId { get; }

    /// <summary>The conversation up to and including the turn with this call; empty outside a tool loop.</summary>
    public IReadOnlyList<MimoMessage> Messages { get; }

    /// <summary>Gets the service provider, or says plainly that there is none.</summary>
    /// <exception cref="InvalidOperationException">There is no service provider.</exception>
    public IServiceProvider GetServices() => Services ?? throw new InvalidOperationException(
        $"A tool needs the service provider, but none was given. Pass one through {nameof(MimoToolContext)}.{nameof(Services)} or the run's options.");

    /// <summary>Gets a service, or says plainly which one is missing.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no service provider, or it has no such service.</exception>
    public T GetRequiredService<T>()
        where T : notnull
    {
        return GetServices().GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException($"A tool needs the service '{typeof(T)}', but the service provider has none. Register it.");
    }

    /// <summary>Gets a reporter that passes what a tool reports on to the caller; it does nothing where nobody listens.</summary>
    /// <typeparam name="T">What is reported.</typeparam>
    public IProgress<T> GetProgress<T>() => new ContextProgress<T>(_progress);

    private sealed class ContextProgress<T>(Action<object?>? report) : IProgress<T>
    {
        public void Report(T value) => report?.Invoke(value);
    }
}
