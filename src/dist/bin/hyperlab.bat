@echo off
rem Starts Hyperlab from this script's directory.
setlocal
set "HYPERLAB=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

rem Java 24 and later warn about Unsafe and native access; Java 17 does not know the second option.
"%JAVA%" ^
  -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED,javafx.graphics ^
  -Dfile.encoding=UTF-8 ^
  --module-path "%HYPERLAB%\lib\javafx" --add-modules javafx.controls,javafx.swing ^
  -classpath "%HYPERLAB%\lib\*" ^
  hyperlab.Hyperlab %*
exit /b %ERRORLEVEL%
