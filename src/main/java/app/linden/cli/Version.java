package app.linden.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar tells it; out of a build folder there is none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"linden " + (version == null ? "(not packaged)" : version)};
    }
}
