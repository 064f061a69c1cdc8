@echo off
rem Starts Linden from a build tree: finds a Java 25 or newer, which need not be the java of the
rem machine. Arguments pass through as they are typed: delayed expansion stays off, since it would
rem eat exclamation marks, and no block in parentheses holds a path, since paths may hold them too.
setlocal EnableExtensions DisableDelayedExpansion

set "NEEDED=25"
set "JAVA_EXE="
set "JAR=%~dp0..\target\linden.jar"

if exist "%JAR%" goto find
echo linden: "%JAR%" is missing. Build it first: mvn package>&2
exit /b 69

:find
if not defined LINDEN_JAVA_HOME goto find_java_home
call :try "%LINDEN_JAVA_HOME%\bin\java.exe"
if defined JAVA_EXE goto start
rem A wish that cannot be met is a fault to report, not to pass over.
echo linden: LINDEN_JAVA_HOME="%LINDEN_JAVA_HOME%" is no Java %NEEDED% or newer.>&2
exit /b 69

:find_java_home
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if defined JAVA_EXE goto start

for %%j in (java.exe) do call :try "%%~$PATH:j"
if defined JAVA_EXE goto start

for %%r in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\SapMachine\JDK"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
) do for /d %%d in ("%%~r\*") do call :try "%%~d\bin\java.exe"
if defined JAVA_EXE goto start

echo linden: no Java %NEEDED% or newer found.>&2
echo Install one, for example from https://adoptium.net, or set LINDEN_JAVA_HOME to its folder.>&2
exit /b 69

:start
"%JAVA_EXE%" --enable-native-access=ALL-UNNAMED -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Takes the java.exe in %1 when it is new enough and none has been taken yet. The file `release`
rem of a JDK tells its version without the start of a JVM.
:try
if defined JAVA_EXE exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "VERSION="
if not exist "%~dp1..\release" goto ask
for /f "usebackq tokens=1,2 delims==" %%k in ("%~dp1..\release") do if "%%k"=="JAVA_VERSION" set "VERSION=%%~l"
:ask
if defined VERSION goto compare
for /f "tokens=2,3" %%k in ('call "%~1" -version 2^>^&1') do if "%%k"=="version" set "VERSION=%%~l"
if not defined VERSION exit /b 0
:compare
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% GEQ %NEEDED% set "JAVA_EXE=%~1"
exit /b 0
