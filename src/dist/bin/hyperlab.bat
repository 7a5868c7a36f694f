@echo off
rem Starts Hyperlab from the directory that this script lies in.
setlocal
set "HYPERLAB=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

rem Java 24 and later warn about native access and Unsafe; Java 17 does not know the second option.
"%JAVA%" ^
  -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -Dfile.encoding=UTF-8 ^
  -Xshare:auto ^
  --module-path "%HYPERLAB%\lib\javafx" --add-modules javafx.controls,javafx.swing ^
  -classpath "%HYPERLAB%\lib\*" ^
  hyperlab.Hyperlab %*
exit /b %ERRORLEVEL%
