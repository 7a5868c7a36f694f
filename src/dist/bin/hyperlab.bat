@echo off
rem Starts Hyperlab from this script's directory.
rem "hyperlab --archive-classes" makes it start faster, and is needed once after the folder was moved or Java was updated.
setlocal
set "HYPERLAB=%~dp0.."
set "ARCHIVE=%HYPERLAB%\lib\startup\classes.jsa"
rem Java ignores an archive that does not fit. If there is none, it must not be named: Java would not even use its own.
set "SHARED=-Xshare:auto"
if exist "%ARCHIVE%" set "SHARED=-XX:SharedArchiveFile=%ARCHIVE%"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

if "%~1"=="--archive-classes" goto archive

rem Java 24 and later warn about Unsafe and native access; Java 17 does not know the second option.
rem The optimizing compiler begins later than usual: at the start, it would compete for the processor with the thread that
rem builds the window. While nothing happens, memory that the start has needed is given back.
"%JAVA%" ^
  -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED,javafx.graphics ^
  -Dfile.encoding=UTF-8 ^
  --module-path "%HYPERLAB%\lib\javafx" --add-modules javafx.controls,javafx.swing ^
  --add-opens javafx.graphics/com.sun.javafx.css=ALL-UNNAMED ^
  -classpath "%HYPERLAB%\lib\*" ^
  -Xlog:disable "%SHARED%" ^
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000 ^
  -XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000 ^
  -XX:G1PeriodicGCInterval=30000 ^
  hyperlab.Hyperlab %*
exit /b %ERRORLEVEL%

:archive
"%JAVA%" ^
  -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED,javafx.graphics ^
  -Dfile.encoding=UTF-8 ^
  --module-path "%HYPERLAB%\lib\javafx" --add-modules javafx.controls,javafx.swing ^
  -classpath "%HYPERLAB%\lib\*" ^
  -Xlog:disable -Xshare:dump "-XX:SharedClassListFile=%HYPERLAB%\lib\startup\classes.list" "-XX:SharedArchiveFile=%ARCHIVE%.new" || exit /b 1
move /y "%ARCHIVE%.new" "%ARCHIVE%" >nul
exit /b %ERRORLEVEL%
