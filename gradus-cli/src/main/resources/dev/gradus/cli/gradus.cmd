@echo off
rem Starts Gradus: finds a JDK, becomes java. GRADUS_JAVA_HOME names the JDK to use; JDK_JAVA_OPTIONS
rem gives options to the JVM. No JVM is started to ask: a JDK's version is in its `release` file.
setlocal
set "GRADUS_JAVA="
set "GRADUS_GC=-XX:+UseSerialGC"
set "GRADUS_MODULES="
goto find

:try
if not exist "%~1\bin\java.exe" exit /b 1
findstr /b /r "JAVA_VERSION=.2[5-9] JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul 2>nul
if not errorlevel 1 set "GRADUS_JAVA=%~1\bin\java.exe"
exit /b 0

:find
if not defined GRADUS_JAVA_HOME goto usual
call :try "%GRADUS_JAVA_HOME%"
if defined GRADUS_JAVA goto start
>&2 echo gradus: error: GRADUS_JAVA_HOME: "%GRADUS_JAVA_HOME%" is no JDK 25 or newer; give the folder that holds bin and release
exit /b 78

:usual
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined GRADUS_JAVA goto start
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*") do if not defined GRADUS_JAVA call :try "%%~J"
if defined GRADUS_JAVA goto start
for /f "delims=" %%J in ('where java.exe 2^>nul') do if not defined GRADUS_JAVA call :try "%%~dpJ.."
if defined GRADUS_JAVA goto start
>&2 echo gradus: error: no JDK 25 or newer found; looked at GRADUS_JAVA_HOME, JAVA_HOME, the folders of JDKs in "%ProgramFiles%" and java.exe on the PATH
exit /b 69

:start
rem Options of the user's may name another collector. Long runs use the Vector API.
if defined JDK_JAVA_OPTIONS set "GRADUS_GC="
for %%C in (train verify check lab --version) do if "%~1"=="%%C" set "GRADUS_MODULES=--add-modules jdk.incubator.vector"
"%GRADUS_JAVA%" %GRADUS_GC% %GRADUS_MODULES% -cp "%~dp0lib\*" dev.gradus.cli.Main %*
exit /b %ERRORLEVEL%
