namespace Mimo;

/// <summary>
/// A set of typed prompts that can be made without reflection. Generated code adds it to every <see cref="MimoPromptAttribute"/>
/// interface, so that a container can create any of them through its type argument.
/// </summary>
/// <typeparam name="TSelf">The prompt interface itself.</typeparam>
public interface IMimoPrompt<TSelf>
    where TSelf : IMimoPrompt<TSelf>
{
    /// <summary>Creates the prompts over a client.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="services">
    /// Supplies the instance tool types that the interface names, and what tools, static ones too, ask for by
    /// <see cref="FromServicesAttribute"/> or as <see cref="IServiceProvider"/>; null where none is needed, or where each call brings its
    /// own in <see cref="MimoCallOptions.Services"/>.
    /// </param>
    /// <exception cref="InvalidOperationException">An instance tool type is needed and <paramref name="services"/> doesn't have it.</exception>
    static abstract TSelf Create(IMimoClient client, IServiceProvider? services);
}
